import { z } from 'zod';

export const partOrigins = ['oem', 'equivalent', 'refurbished', 'customer_supplied'] as const;
export type PartOrigin = (typeof partOrigins)[number];

export const stockMovementKinds = ['receipt', 'issue', 'return', 'adjustment', 'opening'] as const;

export const oldPartDispositions = [
  'take_away',
  'leave',
  'warranty_return',
  'insurance_salvage',
  'hazardous_waste',
] as const;
export type OldPartDisposition = (typeof oldPartDispositions)[number];

/** Units of what is poured or sprayed: nothing comes off the car that could be handed over. */
export const pouredUnits = ['升', 'L', '毫升', 'mL', '千克', 'kg'] as const;

/** The old part that came off, what becomes of it, and when it was shown (R132, R205, R213, R303). */
export const oldPartRow = z.strictObject({
  oldPartId: z.uuid(),
  lineId: z.uuid(),
  description: z.string(),
  qtyMilli: z.int(),
  disposition: z.enum(oldPartDispositions),
  bagLabel: z.string().nullable(),
  recordedBy: z.uuid().nullable(),
  recordedAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().nullable(),
  shownAt: z.iso.datetime().nullable(),
});
export type OldPart = z.infer<typeof oldPartRow>;

export const partRow = z.strictObject({
  partId: z.uuid(),
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  brand: z.string(),
  category: z.string(),
  unit: z.string(),
  origin: z.enum(partOrigins),
  priceFen: z.int(),
  taxRateBp: z.int(),
  bin: z.string(),
  minimumMilli: z.int(),
  active: z.boolean(),
  version: z.int(),
});
export type Part = z.infer<typeof partRow>;

/** On hand ≥ reserved ≥ 0, always. The cost is the moving weighted average per unit. */
export const stockRow = z.strictObject({
  partId: z.uuid(),
  onHandMilli: z.int(),
  reservedMilli: z.int(),
  averageCostFen: z.int(),
});
export type Stock = z.infer<typeof stockRow>;

/** Every movement is a row, never changed. An issue names its grant and carries the technician's signature (R159). */
export const stockMovementRow = z.strictObject({
  partId: z.uuid(),
  movementId: z.uuid(),
  kind: z.enum(stockMovementKinds),
  qtyMilli: z.int(),
  unitCostFen: z.int(),
  receiptId: z.uuid().nullable(),
  orderId: z.uuid().nullable(),
  lineId: z.uuid().nullable(),
  grantId: z.uuid().nullable(),
  slipNo: z.string().nullable(),
  technicianId: z.uuid().nullable(),
  signatureId: z.uuid().nullable(),
  reason: z.string().nullable(),
  movedBy: z.uuid().nullable(),
  movedAt: z.iso.datetime(),
});
export type StockMovement = z.infer<typeof stockMovementRow>;

export const goodsReceiptRow = z.strictObject({
  receiptId: z.uuid(),
  receiptNo: z.string(),
  supplier: z.string(),
  voucher: z.string(),
  note: z.string(),
  receivedBy: z.uuid(),
  receivedAt: z.iso.datetime(),
  chainSeq: z.int(),
  chainHash: z.string(),
  version: z.int(),
});
export type GoodsReceipt = z.infer<typeof goodsReceiptRow>;
