import { z } from 'zod';

export const gatePassKinds = ['final', 'temporary'] as const;

export const gatePassStates = ['issued', 'used', 'void'] as const;

export const gatePassReasons = [
  'delivered',
  'road_test',
  'sublet',
  'parts_awaited',
  'customer_need',
  'nothing_done',
] as const;

export const collectorConsents = ['self', 'one_time_code', 'recorded_consent'] as const;

/** Who may collect besides the customer: by one-time code or recorded consent. */
export const collectorAuthorizationRow = z.strictObject({
  collectorId: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  consent: z.enum(collectorConsents),
  codeHash: z.string().nullable(),
  evidence: z.string().nullable(),
  authorizedAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
});
export type CollectorAuthorization = z.infer<typeof collectorAuthorizationRow>;

/** Gate pass 出门证 (R230): final, or temporary with approver, reason and expected return. */
export const gatePassRow = z.strictObject({
  passId: z.uuid(),
  passNo: z.string(),
  kind: z.enum(gatePassKinds),
  reason: z.enum(gatePassReasons),
  state: z.enum(gatePassStates),
  code: z.string(),
  collectorName: z.string(),
  approvedBy: z.uuid(),
  odometerKm: z.int().nullable(),
  expectedReturnAt: z.iso.datetime().nullable(),
  unsafe: z.boolean(),
  unsafeNote: z.string().nullable(),
  signatureId: z.uuid().nullable(),
  validUntil: z.iso.datetime(),
  issuedAt: z.iso.datetime(),
  usedAt: z.iso.datetime().nullable(),
  voidedAt: z.iso.datetime().nullable(),
  voidReason: z.string().nullable(),
  returnedAt: z.iso.datetime().nullable(),
  version: z.int(),
});
export type GatePass = z.infer<typeof gatePassRow>;

/** The gate opens once per pass: the key says so. */
export const gateOpeningRow = z.strictObject({
  passId: z.uuid(),
  openedBy: z.uuid(),
  openedAt: z.iso.datetime(),
  odometerKm: z.int().nullable(),
});
export type GateOpening = z.infer<typeof gateOpeningRow>;

/** Hand-over of key and papers, satisfaction asked (R249–R253). */
export const deliveryRow = z.strictObject({
  handedOverAt: z.iso.datetime().nullable(),
  handedOverBy: z.uuid().nullable(),
  collectorName: z.string().nullable(),
  satisfaction: z.int().nullable(),
  opinion: z.string().nullable(),
  otherService: z.string().nullable(),
  version: z.int(),
});
export type Delivery = z.infer<typeof deliveryRow>;
