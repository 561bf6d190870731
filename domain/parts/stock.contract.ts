import { z } from 'zod';
import { query, type Contract } from '#domain/kernel/contract.ts';
import { fenSchema } from '#domain/kernel/money.ts';
import { qtyMilliSchema } from '#domain/kernel/quantity.ts';
import { lineOf, optionalNote, wordsUpTo } from '#domain/kernel/text.ts';
import { partStates } from '#domain/estimate/charge-line.ts';
import { idleKinds } from '#domain/parts/idle-stock.ts';
import { goodsReceiptRow, stockMovementRow } from '#domain/parts/parts.ts';
import { id, reason } from '#domain/repair-order/visit.contract.ts';
import { stockedPart } from '#domain/store/catalogue.contract.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const instant = z.iso.datetime();
const keepers = ['parts_clerk', 'service_manager'] as const;
const lookers = ['parts_clerk', 'service_manager', 'supervisor', 'advisor', 'warranty_clerk'] as const;
const command = { kind: 'command', method: 'POST', callers: keepers } as const;
const search = wordsUpTo(60).optional();
const optionalLine = wordsUpTo(80).default('');

/** A part line of an open order that is agreed and not all out yet, with its car. */
export const wantedPart = z.strictObject({
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

/** A part in stock with how long it has lain still. */
const stockView = stockedPart.extend({ lastIssuedAt: instant.nullable(), idle: z.enum(idleKinds) });

/** Which part of the stock is looked at. */
export const stockShows = ['all', 'short', 'reserved', 'slow', 'dead'] as const;

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

/** A movement with the papers and people that its ids stand for. */
export const movementView = stockMovementRow.omit({ partId: true }).extend({
  orderNo: z.string().nullable(),
  receiptNo: z.string().nullable(),
  technicianName: z.string().nullable(),
  movedByName: z.string().nullable(),
});

const partId = id;

/** The stock, what arrives in it and every movement (R110, R111). */
export const stockContracts = {
  receiveGoods: {
    ...command,
    zh: '配件入库',
    en: 'Receive goods',
    name: 'parts.receiveGoods',
    path: '/goods-receipts',
    input: z.strictObject({
      supplier: lineOf(80),
      /** The supplier's delivery note or invoice: where a part came from stays traceable (机动车维修管理规定). */
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
      wantedBy: z.array(wantedPart),
    }),
    refusals: ['part_unknown'],
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
} as const satisfies Record<string, Contract>;
