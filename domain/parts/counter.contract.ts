import { z } from 'zod';
import { query, type Contract } from '#domain/kernel/contract.ts';
import { partStates, payers } from '#domain/estimate/charge-line.ts';
import { oldPartDispositions, partOrigins, stockMovementKinds } from '#domain/parts/parts.ts';
import { wantedPart } from '#domain/parts/stock.contract.ts';
import { dispatchPriorities, oldPartChoices } from '#domain/repair-order/repair-order.ts';
import { id } from '#domain/repair-order/visit.contract.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const instant = z.iso.datetime();

/** A part line to pick, with its car. */
export const pickRequest = wantedPart.extend({
  priority: z.enum(dispatchPriorities).nullable(),
  /** Null while the car is not in the workshop: nothing is issued yet. */
  inWorkshopSince: instant.nullable(),
  technicianId: id.nullable(),
  technicianName: z.string().nullable(),
});

/** A part line that the stock cannot serve yet. */
export const shortage = wantedPart.extend({
  availableMilli: z.int(),
  eta: instant.nullable(),
  waitsSince: instant.nullable(),
  advisorName: z.string(),
});

/** A part line of one order, as the counter works on it. */
export const slipLine = z.strictObject({
  lineId: id,
  lineNo: z.int(),
  description: z.string(),
  code: z.string().nullable(),
  bin: z.string().nullable(),
  unit: z.string(),
  origin: z.enum(partOrigins).nullable(),
  payer: z.enum(payers),
  partState: z.enum(partStates),
  grantedMilli: z.int(),
  issuedMilli: z.int(),
  reservedMilli: z.int(),
  /** What else may be promised of the part; null where it is none of ours. */
  availableMilli: z.int().nullable(),
  eta: instant.nullable(),
});

/** What went out or came back on one slip. */
const slip = z.strictObject({
  slipNo: z.string(),
  kind: z.enum(stockMovementKinds),
  movedAt: instant,
  movedByName: z.string().nullable(),
  technicianName: z.string().nullable(),
  reason: z.string().nullable(),
  lines: z.array(z.strictObject({ name: z.string(), unit: z.string(), qtyMilli: z.int() })),
});

/** A part that was fitted and what became of the old one; nulls while nobody recorded it. */
const oldPartOfLine = z.strictObject({
  orderId: id,
  orderNo: z.string(),
  plate: z.string().nullable(),
  lineId: id,
  description: z.string(),
  unit: z.string(),
  issuedMilli: z.int(),
  payer: z.enum(payers),
  oldPartChoice: z.enum(oldPartChoices).nullable(),
  technicianName: z.string().nullable(),
  oldPartId: id.nullable(),
  oldDescription: z.string().nullable(),
  disposition: z.enum(oldPartDispositions).nullable(),
  bagLabel: z.string().nullable(),
  recordedAt: instant.nullable(),
  confirmedAt: instant.nullable(),
  shownAt: instant.nullable(),
});

/** The lists of the parts counter: what to pick, what is short, one order's slips, old parts (R111, R159, R303). */
export const counterContracts = {
  requests: query({
    zh: '待领料清单',
    en: 'Parts to pick',
    name: 'parts.requests',
    path: '/parts/requests',
    callers: ['parts_clerk', 'service_manager', 'supervisor'],
    input: z.strictObject({ ...pageFields }),
    output: pageOf(pickRequest),
  }),
  shortages: query({
    zh: '缺件清单',
    en: 'Shortages',
    name: 'parts.shortages',
    path: '/parts/shortages',
    callers: ['parts_clerk', 'service_manager', 'supervisor', 'advisor'],
    input: z.strictObject({ ...pageFields }),
    output: pageOf(shortage),
  }),
  /** One order at the counter: its part lines with their bins, and what went over the counter so far. */
  ofOrder: query({
    zh: '工单领料',
    en: 'Parts of an order',
    name: 'parts.ofOrder',
    path: '/orders/:orderId/parts',
    callers: ['parts_clerk', 'service_manager', 'supervisor'],
    input: z.strictObject({ orderId: id }),
    output: z.strictObject({
      lines: z.array(slipLine),
      /** Newest first. */
      slips: z.array(slip),
    }),
  }),
  oldParts: query({
    zh: '旧件清单',
    en: 'Old parts',
    name: 'parts.oldParts',
    path: '/parts/old-parts',
    callers: ['parts_clerk', 'service_manager', 'supervisor', 'warranty_clerk'],
    input: z.strictObject({
      /** Only those that nobody recorded yet. */
      due: z.boolean().default(false),
      ...pageFields,
    }),
    output: pageOf(oldPartOfLine),
  }),
} as const satisfies Record<string, Contract>;
