import { z } from 'zod';
import { partOrigins } from '#domain/parts/parts.ts';
import { trades } from '#domain/staff/staff.ts';
import { repairCategories } from '#domain/store/catalogue.ts';

export const lineKinds = ['labour', 'part', 'diagnosis', 'sublet', 'other'] as const;
export type LineKind = (typeof lineKinds)[number];

export const lineSources = ['customer_instruction', 'technician_recommendation'] as const;
export type LineSource = (typeof lineSources)[number];

export const lineNecessities = ['normal', 'recommended', 'safety'] as const;
export type LineNecessity = (typeof lineNecessities)[number];

export const lineDecisions = ['undecided', 'accepted', 'declined', 'deferred', 'revoked'] as const;

export const payers = ['customer', 'manufacturer', 'insurer', 'internal'] as const;
export type Payer = (typeof payers)[number];

export const workStates = ['queued', 'working', 'paused', 'self_checked', 'leader_checked', 'inspected'] as const;
export type WorkState = (typeof workStates)[number];

export const partStates = ['requested', 'reserved', 'backordered', 'issued', 'returned'] as const;
export type PartState = (typeof partStates)[number];

export const warrantyStates = [
  'not_checked',
  'covered',
  'not_covered',
  'pending_diagnosis',
  'pending_manufacturer',
  'approved',
  'denied',
] as const;
export type WarrantyState = (typeof warrantyStates)[number];

/** One line of the order (R121): labour, part, diagnosis, sublet or other, with payer, tax rate and judgement. */
export const chargeLineRow = z.strictObject({
  lineId: z.uuid(),
  lineNo: z.int(),
  versionId: z.uuid(),
  kind: z.enum(lineKinds),
  source: z.enum(lineSources),
  necessity: z.enum(lineNecessities),
  reason: z.string().nullable(),
  description: z.string(),
  operationId: z.uuid().nullable(),
  partId: z.uuid().nullable(),
  parentLineId: z.uuid().nullable(),
  trade: z.enum(trades).nullable(),
  /** Of its operation when it was added; what the catalogue says later changes nothing of it. */
  repairCategory: z.enum(repairCategories).nullable(),
  unit: z.string(),
  qtyMilli: z.int(),
  flatRateHoursCenti: z.int().nullable(),
  unitPriceFen: z.int(),
  discountFen: z.int(),
  amountFen: z.int(),
  capFen: z.int().nullable(),
  taxRateBp: z.int(),
  payer: z.enum(payers),
  fallbackPayer: z.enum(payers),
  partOrigin: z.enum(partOrigins).nullable(),
  decision: z.enum(lineDecisions),
  removedAt: z.iso.datetime().nullable(),
  grantId: z.uuid().nullable(),
  grantedFen: z.int().nullable(),
  grantedQtyMilli: z.int().nullable(),
  workState: z.enum(workStates).nullable(),
  workDone: z.string().nullable(),
  reworkCount: z.int(),
  performedAt: z.iso.datetime().nullable(),
  partState: z.enum(partStates).nullable(),
  reservedQtyMilli: z.int(),
  issuedQtyMilli: z.int(),
  backorderEta: z.iso.datetime().nullable(),
  warrantyState: z.enum(warrantyStates),
  warrantyReason: z.string().nullable(),
  warrantyToldAt: z.iso.datetime().nullable(),
  version: z.int(),
});
export type ChargeLine = z.infer<typeof chargeLineRow>;

/** What has happened to a line that was just entered: nothing. */
export const freshLine = {
  fallbackPayer: 'internal',
  decision: 'undecided',
  removedAt: null,
  grantId: null,
  grantedFen: null,
  grantedQtyMilli: null,
  workState: null,
  workDone: null,
  reworkCount: 0,
  performedAt: null,
  reservedQtyMilli: 0,
  issuedQtyMilli: 0,
  backorderEta: null,
  warrantyState: 'not_checked',
  warrantyReason: null,
  warrantyToldAt: null,
  version: 1,
} as const;
