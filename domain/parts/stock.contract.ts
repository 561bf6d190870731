import { z } from 'zod';
import { query, type Contract } from '#domain/kernel/contract.ts';
import { fenSchema } from '#domain/kernel/money.ts';
import { qtyMilliSchema } from '#domain/kernel/quantity.ts';
import { lineOf, optionalNote } from '#domain/kernel/text.ts';
import { partStates } from '#domain/estimate/charge-line.ts';
import { stockMovementRow } from '#domain/parts/parts.ts';
import { dispatchPriorities } from '#domain/repair-order/repair-order.ts';
import { id, reason } from '#domain/repair-order/visit.contract.ts';
import { stockedPart } from '#domain/store/catalogue.contract.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const instant = z.iso.datetime();
const keepers = ['parts_clerk', 'service_manager'] as const;
const lookers = ['parts_clerk', 'service_manager', 'supervisor', 'advisor', 'warranty_clerk'] as const;
const command = { kind: 'command', method: 'POST', callers: keepers } as const;
const search = z.string().trim().max(60).optional();
const optionalLine = z.string().trim().max(80).default('');

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
    zh: '零件入库',
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
      fulfilled: z.array(z.strictObject({ orderId: id, lineId: id })),
    }),
    refusals: ['part_unknown'],
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
      bin: z.string().trim().max(20).optional(),
      /** Only parts below their minimum. */
      short: z.boolean().default(false),
      ...pageFields,
    }),
    output: pageOf(stockedPart),
  }),
  part: query({
    zh: '零件库存明细',
    en: 'A part and its movements',
    name: 'parts.part',
    path: '/stock/:partId',
    callers: lookers,
    input: z.strictObject({ partId, ...pageFields }),
    output: z.strictObject({
      part: stockedPart,
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
} as const satisfies Record<string, Contract>;
