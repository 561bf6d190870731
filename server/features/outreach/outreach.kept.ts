import { outreachShape } from '#db/aggregate/outreach-shape.ts';
import type { Kept } from '#server/features/record/on-aggregate.ts';

export const keptOutreach: Kept = { shape: outreachShape, board: 'board:outreach' };
