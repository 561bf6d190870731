import { z } from 'zod';
import { customerKinds, powerTypes } from '#domain/customer/customer.ts';
import { lineKinds, lineSources, payers } from '#domain/estimate/charge-line.ts';
import { preferredTimeSchema } from '#domain/kernel/calendar.ts';
import { oldPartDispositions, partOrigins } from '#domain/parts/parts.ts';
import { oldPartChoices, orderKinds } from '#domain/repair-order/repair-order.ts';
import { repairCategories } from '#domain/store/catalogue.ts';

/** One charged line as the statement says it: labour by hours, everything else by quantity. */
const statementDocumentLine = z.strictObject({
  lineId: z.uuid(),
  kind: z.enum(lineKinds),
  source: z.enum(lineSources),
  code: z.string(),
  name: z.string(),
  reason: z.string().nullable(),
  safety: z.boolean(),
  hoursCenti: z.int().nullable(),
  qtyMilli: z.int(),
  unit: z.string(),
  unitPriceFen: z.int(),
  origin: z.enum(partOrigins).nullable(),
  taxRateBp: z.int(),
  taxFen: z.int(),
  discountFen: z.int(),
  amountFen: z.int(),
  grantedFen: z.int(),
  technician: z.string().nullable(),
});

const notDone = z.strictObject({
  lineId: z.uuid(),
  name: z.string(),
  reason: z.string(),
  safety: z.boolean(),
  decision: z.enum(['declined', 'deferred']),
  refusal: z
    .strictObject({ customerNote: z.string(), signatureId: z.uuid(), signedAt: z.string(), signedBy: z.string() })
    .nullable(),
});

/** Days and kilometres promised for a kind of repair, beside the least that the law asks (机动车维修管理规定; R247). */
const guarantee = z.strictObject({
  category: z.enum(repairCategories),
  days: z.int(),
  km: z.int(),
  legalDays: z.int(),
  legalKm: z.int(),
});

const statementFees = z.strictObject({
  diagnosisFen: z.int(),
  partsFen: z.int(),
  labourFen: z.int(),
  subletFen: z.int(),
  otherFen: z.int(),
  discountFen: z.int(),
  totalFen: z.int(),
  taxFen: z.int(),
});

/** All that a statement says, kept byte for byte as presented (R230–R238). How to reach people is no part of what is signed. */
export const statementDocument = z.strictObject({
  statementNo: z.string(),
  orderNo: z.string(),
  payer: z.enum(payers),
  presentedAt: z.string(),
  shop: z.strictObject({
    name: z.string(),
    address: z.string(),
    phone: z.string(),
    taxId: z.string(),
    bankAccount: z.string(),
    hotline: z.string(),
  }),
  advisor: z.string(),
  inspector: z.string(),
  preparedBy: z.string(),
  customer: z.strictObject({
    kind: z.enum(customerKinds),
    name: z.string(),
    taxNumber: z.string().nullable(),
    presenterName: z.string(),
  }),
  vehicle: z.strictObject({
    plate: z.string().nullable(),
    vin: z.string(),
    model: z.string(),
    engineNumber: z.string().nullable(),
    colour: z.string().nullable(),
    power: z.enum(powerTypes),
    odometerKm: z.int(),
    odometerOutKm: z.int(),
  }),
  orderKind: z.enum(orderKinds),
  repairCategories: z.array(z.enum(repairCategories)),
  /** The car's first service, at no charge to the customer (R234). */
  firstService: z.boolean(),
  arrivedAt: z.string(),
  finishedAt: z.string(),
  lines: z.array(statementDocumentLine),
  fees: statementFees,
  /** Held before this statement and to be set against it, in fen. */
  depositFen: z.int(),
  otherPayers: z.array(z.strictObject({ payer: z.enum(payers), amountFen: z.int() })),
  guarantees: z.array(guarantee),
  oldPartChoice: z.enum(oldPartChoices).nullable(),
  oldParts: z.array(
    z.strictObject({ name: z.string(), qtyMilli: z.int(), unit: z.string(), disposition: z.enum(oldPartDispositions) }),
  ),
  notDone: z.array(notDone),
  nextService: z.strictObject({ on: z.string(), km: z.int() }).nullable(),
  preferredCall: preferredTimeSchema.nullable(),
  /** The leader's advice on the order (R182), for the customer (R214). */
  advice: z.array(z.string()),
});
export type StatementDocument = z.infer<typeof statementDocument>;
