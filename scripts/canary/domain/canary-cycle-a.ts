import { canaryB } from './canary-cycle-b.ts';

export const canaryA = (): string => canaryB();
