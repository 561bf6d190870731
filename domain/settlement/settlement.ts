import { z } from 'zod';
import { payers } from '#domain/estimate/charge-line.ts';
import { preferredTimeSchema } from '#domain/kernel/calendar.ts';
import { paymentMethods } from '#domain/repair-order/repair-order.ts';

export const statementStates = [
  'draft',
  'presented',
  'signed',
  'paid',
  'credited',
  'nothing_due',
  'withdrawn',
] as const;
export type StatementState = (typeof statementStates)[number];

export const paymentKinds = ['deposit', 'payment', 'refund'] as const;

/** Settlement statement 结算单 per payer (R230). An unpaid one may be withdrawn and reissued. */
export const statementRow = z.strictObject({
  statementId: z.uuid(),
  statementNo: z.string(),
  payer: z.enum(payers),
  state: z.enum(statementStates),
  totalFen: z.int(),
  taxFen: z.int(),
  nextServiceOn: z.iso.date().nullable(),
  nextServiceKm: z.int().nullable(),
  preferredCall: preferredTimeSchema.nullable(),
  presentedAt: z.iso.datetime().nullable(),
  signedAt: z.iso.datetime().nullable(),
  signedBy: z.string().nullable(),
  signatureId: z.uuid().nullable(),
  creditedBy: z.uuid().nullable(),
  creditReason: z.string().nullable(),
  withdrawnAt: z.iso.datetime().nullable(),
  withdrawReason: z.string().nullable(),
  version: z.int(),
  createdAt: z.iso.datetime(),
});
export type Statement = z.infer<typeof statementRow>;

export const statementContentRow = z.strictObject({
  statementId: z.uuid(),
  content: z.string(),
  contentHash: z.string(),
});
export type StatementContent = z.infer<typeof statementContentRow>;

/** A charge copies the granted fen through its key: charged ≤ granted, one live line per grant. */
export const statementLineRow = z.strictObject({
  statementId: z.uuid(),
  lineId: z.uuid(),
  grantId: z.uuid(),
  grantedFen: z.int(),
  settledFen: z.int(),
  settledQtyMilli: z.int(),
  taxRateBp: z.int(),
  taxFen: z.int(),
  live: z.boolean(),
});
export type StatementLine = z.infer<typeof statementLineRow>;

/** A refused safety item, noted and signed by the customer (R232). */
export const safetyRefusalRow = z.strictObject({
  lineId: z.uuid(),
  customerNote: z.string(),
  signatureId: z.uuid(),
  signedAt: z.iso.datetime(),
});
export type SafetyRefusal = z.infer<typeof safetyRefusalRow>;

/** Money in and out of an order, never edited: a mistake is a refund and a credit note (R240–R244). */
export const paymentRow = z.strictObject({
  paymentId: z.uuid(),
  kind: z.enum(paymentKinds),
  method: z.enum(paymentMethods),
  amountFen: z.int(),
  tenderedFen: z.int().nullable(),
  changeFen: z.int(),
  reference: z.string().nullable(),
  reason: z.string().nullable(),
  takenBy: z.uuid().nullable(),
  takenAt: z.iso.datetime(),
});
export type Payment = z.infer<typeof paymentRow>;

export const paymentAllocationRow = z.strictObject({
  paymentId: z.uuid(),
  statementId: z.uuid(),
  amountFen: z.int(),
  allocatedAt: z.iso.datetime(),
});
export type PaymentAllocation = z.infer<typeof paymentAllocationRow>;

export const creditNoteRow = z.strictObject({
  creditNoteId: z.uuid(),
  statementId: z.uuid(),
  amountFen: z.int(),
  reason: z.string(),
  issuedBy: z.uuid().nullable(),
  issuedAt: z.iso.datetime(),
});
export type CreditNote = z.infer<typeof creditNoteRow>;
