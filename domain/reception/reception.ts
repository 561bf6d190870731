import { z } from 'zod';
import { shortText } from '#domain/kernel/text.ts';

export const entrustedKinds = ['key', 'vehicle_licence', 'service_booklet', 'belonging', 'other'] as const;
export type EntrustedKind = (typeof entrustedKinds)[number];

export const damageKinds = ['scratch', 'dent', 'paint_loss', 'crack', 'rust', 'missing', 'other'] as const;

/** The symptom interview 问诊 in 5W2H: only what was asked is there. */
export const symptomInterviewSchema = z.strictObject({
  when: shortText.optional(),
  where: shortText.optional(),
  speed: shortText.optional(),
  weather: shortText.optional(),
  road: shortText.optional(),
  engineState: z.enum(['cold', 'warm', 'any']).optional(),
  frequency: z.enum(['always', 'often', 'sometimes', 'once']).optional(),
  warningLamp: shortText.optional(),
  noise: shortText.optional(),
  lastRepair: shortText.optional(),
});

/** Vehicle reception form 接车登记表 (R063, R073). */
export const receptionRow = z.strictObject({
  kitFittedAt: z.iso.datetime().nullable(),
  kitFittedBy: z.uuid().nullable(),
  kitRemovedAt: z.iso.datetime().nullable(),
  odometerKm: z.int().nullable(),
  fuelEighths: z.int().nullable(),
  chargePercent: z.int().nullable(),
  walkAroundDoneAt: z.iso.datetime().nullable(),
  spareWheelOk: z.boolean().nullable(),
  toolsOk: z.boolean().nullable(),
  preliminaryJudgement: z.string().nullable(),
  inWarranty: z.boolean().nullable(),
  symptomClass: z.enum(['a', 'b', 'c']).nullable(),
  interview: symptomInterviewSchema,
  signatureId: z.uuid().nullable(),
  handedOverAt: z.iso.datetime().nullable(),
  copiesHandedAt: z.iso.datetime().nullable(),
  seatedInLoungeAt: z.iso.datetime().nullable(),
  version: z.int(),
});
export type Reception = z.infer<typeof receptionRow>;

export const walkAroundItemRow = z.strictObject({
  itemId: z.uuid(),
  area: z.string(),
  damage: z.enum(damageKinds),
  note: z.string().nullable(),
  xMilli: z.int().nullable(),
  yMilli: z.int().nullable(),
  attachmentId: z.uuid().nullable(),
  foundAt: z.iso.datetime(),
});
export type WalkAroundItem = z.infer<typeof walkAroundItemRow>;

/** Keys, papers and belongings taken into custody and given back (R078, R221, R249). */
export const entrustedItemRow = z.strictObject({
  itemId: z.uuid(),
  kind: z.enum(entrustedKinds),
  description: z.string(),
  quantity: z.int(),
  takenAt: z.iso.datetime(),
  takenBy: z.uuid().nullable(),
  returnedAt: z.iso.datetime().nullable(),
  returnedTo: z.string().nullable(),
});
export type EntrustedItem = z.infer<typeof entrustedItemRow>;

/** Key, order and reception form change hands (R150, R200). */
export const custodyTransferRow = z.strictObject({
  transferId: z.uuid(),
  direction: z.enum(['to_workshop', 'to_supervisor', 'to_advisor']),
  items: z.array(z.string()),
  place: z.string().nullable(),
  notes: z.string().nullable(),
  fromStaffId: z.uuid(),
  toStaffId: z.uuid().nullable(),
  movedAt: z.iso.datetime(),
});
export type CustodyTransfer = z.infer<typeof custodyTransferRow>;
