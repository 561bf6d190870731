import type { CanaryA } from './canary-cycle-a.ts';

export const canaryB = (): CanaryA => 'round and round';
