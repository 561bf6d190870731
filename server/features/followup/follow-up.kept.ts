import { complaintShape } from '#db/aggregate/complaint-shape.ts';
import { followUpShape } from '#db/aggregate/follow-up-shape.ts';
import type { Kept } from '#server/features/record/on-aggregate.ts';

export const keptFollowUp: Kept = { shape: followUpShape, board: 'board:followups' };
export const keptComplaint: Kept = { shape: complaintShape, board: 'board:complaints' };
