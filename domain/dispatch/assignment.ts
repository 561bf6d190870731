import { z } from 'zod';

export const assignmentStates = ['planned', 'done', 'void'] as const;

/** Plans, never actual time: an exclusive bay holds one car, a technician slot one job (process rule 4). */
export const assignmentRow = z.strictObject({
  assignmentId: z.uuid(),
  lineId: z.uuid(),
  bayId: z.uuid(),
  bayExclusive: z.boolean(),
  teamId: z.uuid().nullable(),
  technicianId: z.uuid().nullable(),
  technicianSlot: z.int(),
  plannedFrom: z.iso.datetime(),
  plannedUntil: z.iso.datetime(),
  state: z.enum(assignmentStates),
  assignedBy: z.uuid().nullable(),
  assignedAt: z.iso.datetime(),
  version: z.int(),
});
export type Assignment = z.infer<typeof assignmentRow>;
