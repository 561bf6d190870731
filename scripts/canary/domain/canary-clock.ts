import { readFileSync } from 'node:fs';
import { canaryStore } from '../db/canary-store.ts';

export const canaryClock = readFileSync(canaryStore);
