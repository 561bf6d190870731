import { canaryB } from './canary-cycle-b.ts';

export type CanaryA = string;

export const canaryA = (): CanaryA => canaryB();
