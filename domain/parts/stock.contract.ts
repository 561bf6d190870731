import { z } from 'zod';
import { query, type Contract } from '#domain/kernel/contract.ts';
import { fenSchema } from '#domain/kernel/money.ts';
import { qtyMilliSchema } from '#domain/kernel/quantity.ts';
import { lineOf, optionalNote, wordsUpTo } from '#domain/kernel/text.ts';
import { partStates, payers } from '#domain/estimate/charge-line.ts';
import { idleKinds } from '#domain/parts/idle-stock.ts';
import {
  goodsReceiptRow,
  oldPartDispositions,
  partOrigins,
  stockMovementKinds,
  stockMovementRow,
} from '#domain/parts/parts.ts';
import { dispatchPriorities, oldPartChoices } from '#domain/repair-order/repair-order.ts';
import { id, reason } from '#domain/repair-order/visit.contract.ts';
import { stockedPart } from '#domain/store/catalogue.contract.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const instant = z.iso.datetime();
const keepers = ['parts_clerk', 'service_manager'] as const;
const lookers = ['parts_clerk', 'service_manager', 'supervisor', 'advisor', 'warranty_clerk'] as const;
const command = { kind: 'command', method: 'POST', callers: keepers } as const;
const search = wordsUpTo(60).optional();
const optionalLine = wordsUpTo(80).default('');

/** A car that wants a part. */
const wanted = z.strictObject({
  orderId: id,
  orderNo: z.string(),
  plate: z.string().nullable(),
  lineId: id,
  lineVersion: z.int(),
  partId: id,
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  unit: z.string(),
  bin: z.string(),
  partState: z.enum(partStates),
  /** Agreed and not yet out, in thousandths. */
  openMilli: z.int(),
  reservedMilli: z.int(),
  promisedAt: instant.nullable(),
});

export const pickRequest = wanted.extend({
  priority: z.enum(dispatchPriorities).nullable(),
  /** Null while the car is not in the workshop: nothing is issued yet. */
  inWorkshopSince: instant.nullable(),
  technicianId: id.nullable(),
  technicianName: z.string().nullable(),
});

export const shortage = wanted.extend({
  availableMilli: z.int(),
  eta: instant.nullable(),
  waitsSince: instant.nullable(),
  advisorName: z.string(),
});

/** A part in stock with how long it has lain still. */
const stockView = stockedPart.extend({ lastIssuedAt: instant.nullable(), idle: z.enum(idleKinds) });

/** Which part of the stock is looked at. */
export const stockShows = ['all', 'short', 'reserved', 'slow', 'dead'] as const;

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

const receipt = goodsReceiptRow.omit({ receivedBy: true, chainSeq: true, chainHash: true, version: true }).extend({
  receivedByName: z.string().nullable(),
  totalFen: z.int(),
  lines: z.array(
    z.strictObject({
      partId: id,
      code: z.string(),
      name: z.string(),
      unit: z.string(),
      bin: z.string(),
      qtyMilli: z.int(),
      unitCostFen: z.int(),
    }),
  ),
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

export const movementView = stockMovementRow.omit({ partId: true }).extend({
  orderNo: z.string().nullable(),
  receiptNo: z.string().nullable(),
  technicianName: z.string().nullable(),
  movedByName: z.string().nullable(),
});

const partId = id;

/** Stock, goods receipts and the lists of the parts counter (R110, R111, R159). */
export const stockContracts = {
  receiveGoods: {
    ...command,
    zh: '配件入库',
    en: 'Receive goods',
    name: 'parts.receiveGoods',
    path: '/goods-receipts',
    input: z.strictObject({
      supplier: lineOf(80),
      /** The supplier's delivery note or invoice: where a part came from stays traceable (rule 2.9). */
      voucher: optionalLine,
      note: optionalNote,
      lines: z
        .array(z.strictObject({ partId, qtyMilli: qtyMilliSchema, unitCostFen: fenSchema }))
        .min(1)
        .max(200),
    }),
    output: z.strictObject({
      receiptId: id,
      receiptNo: z.string(),
      /** Lines of cars that no longer wait, oldest first. */
      fulfilled: z.array(
        z.strictObject({
          orderId: id,
          lineId: id,
          orderNo: z.string(),
          plate: z.string().nullable(),
          description: z.string(),
        }),
      ),
    }),
    refusals: ['part_unknown', 'amount_too_large'],
  },
  adjustStock: {
    ...command,
    zh: '库存调整',
    en: 'Adjust the stock',
    name: 'parts.adjustStock',
    path: '/stock/:partId/adjustments',
    input: z.strictObject({
      partId,
      /** More or less than booked, in thousandths. */
      byMilli: z
        .int()
        .min(-1_000_000_000)
        .max(1_000_000_000)
        .refine((milli) => milli !== 0, { error: '数量不能为零 / Not zero' }),
      reason,
    }),
    output: z.strictObject({ partId, onHandMilli: z.int(), reservedMilli: z.int(), averageCostFen: z.int() }),
    refusals: ['part_unknown', 'stock_short'],
  },
  stock: query({
    zh: '库存查询',
    en: 'Stock',
    name: 'parts.stock',
    path: '/stock',
    callers: lookers,
    input: z.strictObject({
      search,
      bin: wordsUpTo(20).optional(),
      /** Below the minimum, put aside for cars, not drawn for half a year, or for a whole one. */
      show: z.enum(stockShows).default('all'),
      ...pageFields,
    }),
    output: pageOf(stockView),
  }),
  part: query({
    zh: '配件库存明细',
    en: 'A part and its movements',
    name: 'parts.part',
    path: '/stock/:partId',
    callers: lookers,
    input: z.strictObject({ partId, ...pageFields }),
    output: z.strictObject({
      part: stockView,
      /** Newest first. */
      movements: z.array(movementView),
      total: z.int(),
      /** Cars for which it is put aside or awaited. */
      wantedBy: z.array(wanted),
    }),
    refusals: ['part_unknown'],
  }),
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
  receipts: query({
    zh: '入库记录',
    en: 'Goods receipts',
    name: 'parts.receipts',
    path: '/goods-receipts',
    callers: ['parts_clerk', 'service_manager', 'supervisor'],
    input: z.strictObject({ ...pageFields }),
    output: pageOf(receipt),
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
