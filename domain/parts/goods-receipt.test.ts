import { describe, expect, test } from 'vitest';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { awaitingIn, fulfil, openReceipt, shareOut, stockAfter, type Awaiting } from '#domain/parts/goods-receipt.ts';
import { idleOf } from '#domain/parts/idle-stock.ts';
import { noStock } from '#domain/parts/stock.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { staffOf, testContext, testId, testNow } from '#domain/testing/test-context.ts';
import { lineId, lineNo, withGrantedPart, withPart, withRevoked } from '#domain/testing/with-lines.ts';

const partId = testId(0x6_01);
const otherPartId = testId(0x6_02);
const receiptId = testId(0x8_01);
const clerk = testContext('parts_clerk');
const stocks = (onHandMilli: number) => new Map([[partId, { ...noStock(partId), onHandMilli }]]);

const waiting = (number: number, changes: Partial<ChargeLine>): Awaiting => ({
  orderId: testId(0x9_00 + number),
  line: {
    ...lineNo(withGrantedPart(buildVisit(), { partState: 'backordered', ...changes }), 1),
    lineId: lineId(number),
  },
});

describe('an arrival', () => {
  test('puts every line in at its own cost, a part that the store never had too', () => {
    const after = stockAfter(stocks(0), [
      { partId, qtyMilli: 1000, unitCostFen: 100 },
      { partId, qtyMilli: 3000, unitCostFen: 200 },
      { partId: otherPartId, qtyMilli: 500, unitCostFen: 9 },
    ]);
    expect(after.get(partId)).toMatchObject({ onHandMilli: 4000, averageCostFen: 175 });
    expect(after.get(otherPartId)).toMatchObject({ onHandMilli: 500, reservedMilli: 0, averageCostFen: 9 });
  });

  test('serves the cars that wait, oldest first, as far as it reaches (R111)', () => {
    const oldestFirst = [
      waiting(1, { qtyMilli: 2000 }),
      waiting(2, { qtyMilli: 2000 }),
      waiting(3, { qtyMilli: 1000 }),
    ];
    const shared = shareOut(stocks(4000), oldestFirst);
    expect(shared.fulfilled.map(({ line }) => line.lineId)).toEqual([lineId(1), lineId(2)]);
    expect(shared.stocks.get(partId)).toMatchObject({ onHandMilli: 4000, reservedMilli: 4000 });
  });

  test('passes nobody by for a smaller wish of the same part', () => {
    const oldestFirst = [waiting(1, { qtyMilli: 3000 }), waiting(2, { qtyMilli: 1000 })];
    expect(shareOut(stocks(2000), oldestFirst)).toEqual({ stocks: stocks(2000), fulfilled: [] });
  });

  test('concerns lines that wait and are still granted, no others', () => {
    const visit = withGrantedPart(withGrantedPart(buildVisit(), { partState: 'backordered' }), {
      partState: 'reserved',
    });
    expect(awaitingIn(visit).map(({ line }) => line.lineId)).toEqual([lineId(1)]);
    expect(awaitingIn(withRevoked(visit, 1))).toEqual([]);
    expect(awaitingIn(withPart(buildVisit(), { partState: 'backordered' }))).toEqual([]);
  });

  test('puts the parts aside for the line that waited and ends its wait, saying by which receipt (R111)', () => {
    const visit = withGrantedPart(buildVisit(), { partState: 'backordered', qtyMilli: 1500 });
    const { next, activity } = fulfil(visit, { lineIds: [lineId(1)], receiptId }, clerk);
    expect(lineNo(next, 1)).toMatchObject({ partState: 'reserved', reservedQtyMilli: 1500 });
    expect(activity).toEqual({ action: 'reserve_part', payload: { lineIds: [lineId(1)], receiptId } });
  });

  test('is recorded with supplier and voucher, so that every part can be traced', () => {
    const lines = [{ partId, qtyMilli: 1000, unitCostFen: 100 }];
    const input = { supplier: '厂家配件中心', voucher: 'SH0001', note: undefined, lines };
    const { next } = openReceipt(input, { receiptId, receiptNo: 'RK261124-0001' }, clerk);
    expect(next.receipt).toMatchObject({
      supplier: '厂家配件中心',
      voucher: 'SH0001',
      receivedBy: staffOf('parts_clerk'),
      receivedAt: testNow,
    });
  });
});

test.each([
  ['moved yesterday', { stillSince: '2026-11-23T02:00:00.000Z', onHandMilli: 1000 }, 'moving'],
  ['was not drawn for six months', { stillSince: '2026-05-23T02:00:00.000Z', onHandMilli: 1000 }, 'slow'],
  ['was drawn six months ago to the day', { stillSince: '2026-05-24T02:00:00.000Z', onHandMilli: 1000 }, 'moving'],
  ['was not drawn for a year', { stillSince: '2025-11-23T02:00:00.000Z', onHandMilli: 1000 }, 'dead'],
  ['is all gone, however long ago', { stillSince: '2020-01-01T02:00:00.000Z', onHandMilli: 0 }, 'moving'],
  ['never moved at all', { stillSince: null, onHandMilli: 1000 }, 'moving'],
])('a part that %s is told by how long it lay', (_, lying, expected) => {
  expect(idleOf(lying, testNow)).toBe(expected);
});
