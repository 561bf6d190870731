import { z } from 'zod';
import { shortText } from '#domain/kernel/text.ts';

export const inspectionKinds = [
  'self_check',
  'leader_check',
  'final_inspection',
  'wash_check',
  'internal_check',
  'vehicle_check',
] as const;
export type InspectionKind = (typeof inspectionKinds)[number];

export const inspectionResults = ['pass', 'fail'] as const;

/** One checked point: what, the result, a measured value where there is one. */
export const checkItemSchema = z.strictObject({
  item: shortText,
  result: z.enum(['pass', 'fail', 'not_applicable']),
  measured: shortText.optional(),
  note: shortText.optional(),
});
export type CheckItem = z.infer<typeof checkItemSchema>;

/** Self-check, leader check, final inspection, the washer's own, internal check and vehicle check (R180–R223). Rework voids, never deletes. */
export const inspectionRow = z.strictObject({
  inspectionId: z.uuid(),
  lineId: z.uuid().nullable(),
  kind: z.enum(inspectionKinds),
  result: z.enum(inspectionResults),
  inspectorId: z.uuid().nullable(),
  items: z.array(checkItemSchema),
  advice: z.string().nullable(),
  note: z.string().nullable(),
  roadTestFromKm: z.int().nullable(),
  roadTestToKm: z.int().nullable(),
  /** The technician who drove along (R186). */
  accompaniedBy: z.uuid().nullable(),
  signatureId: z.uuid().nullable(),
  inspectedAt: z.iso.datetime(),
  voidedAt: z.iso.datetime().nullable(),
  voidReason: z.string().nullable(),
});
export type Inspection = z.infer<typeof inspectionRow>;
