import { canaryA } from './canary-cycle-a.ts';

export const canaryB = (): string => canaryA();
