import { describe, expect, test } from 'vitest';
import { addLine } from '#domain/estimate/add-line.ts';
import { changeLine, removeLine } from '#domain/estimate/change-line.ts';
import { recordChoices, setPromise } from '#domain/estimate/promise-and-choices.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildVisit, orderId } from '#domain/testing/build-visit.ts';
import { testContext, testId } from '#domain/testing/test-context.ts';
import { lineId, lineNo, withDecision, withGrantedLine, withLine, withPresented } from '#domain/testing/with-lines.ts';
import { withFinding } from '#domain/testing/with-workshop.ts';

const facts = { operation: null, part: null };
const advisor = testContext('advisor', { facts });
const input = {
  orderId,
  kind: 'labour',
  source: 'technician_recommendation',
  necessity: 'safety',
  reason: '磨损超限',
  description: '更换前刹车盘',
  operationId: null,
  partId: null,
  parentLineId: null,
  trade: 'mechanical_electrical',
  unit: null,
  qtyMilli: 1000,
  flatRateHoursCenti: 100,
  unitPriceFen: null,
  discountFen: 0,
  taxRateBp: null,
  capFen: null,
  payer: 'customer',
  partOrigin: null,
  findingId: null,
} as const;

function nextOf(answer: Decision<Visit, unknown> | Refusal): Visit {
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.next;
}

describe('adding a line', () => {
  test('begins the draft version, and the next line joins it (R114)', () => {
    const first = nextOf(addLine(buildVisit(), input, advisor));
    const second = nextOf(addLine(first, input, advisor));
    expect(second.versions).toHaveLength(1);
    expect(second.lines).toMatchObject([
      { lineNo: 1, versionId: second.versions[0]?.versionId, decision: 'undecided', workState: null, grantId: null },
      { lineNo: 2, versionId: second.versions[0]?.versionId, source: 'technician_recommendation', amountFen: 18_000 },
    ]);
  });

  test('to an order under way begins the next version with the time promised so far', () => {
    const next = nextOf(addLine(withGrantedLine(buildVisit()), input, advisor));
    expect(next.versions.map(({ versionNo, state }) => [versionNo, state])).toEqual([
      [1, 'decided'],
      [2, 'draft'],
    ]);
    expect(next.versions[1]?.promisedAt).toBe(next.order.promisedAt);
  });

  test('that answers a finding says so (R094)', () => {
    const visit = withFinding(buildVisit());
    const findingId = visit.findings[0]?.findingId ?? '';
    const next = nextOf(addLine(visit, { ...input, findingId }, advisor));
    expect(next.findings[0]).toMatchObject({ answeredVersionId: next.versions[0]?.versionId, answeredAt: null });
  });

  test.each([
    ['while the customer has a version', withPresented(withLine(buildVisit())), {}, 'version_open'],
    ['under a line that is not there', buildVisit(), { parentLineId: lineId(9) }, 'line_not_found'],
    ['for a part that is not there', buildVisit(), { kind: 'part', partId: testId(9) }, 'part_unknown'],
    ['for an operation that is not there', buildVisit(), { operationId: testId(9) }, 'not_found'],
    ['for a finding that is not there', buildVisit(), { findingId: testId(9) }, 'not_found'],
    ['above the published price', buildVisit(), { unitPriceFen: 18_001 }, 'price_above_list'],
    ['for a diagnosis above its cap', buildVisit(), { kind: 'diagnosis', capFen: 1 }, 'fee_above_cap'],
    ['on a delivered order', buildVisit({ order: { state: 'delivered' } }), {}, 'wrong_state'],
    [
      'to what the customer called off',
      buildVisit({ order: { cancelledAt: '2026-11-24T01:30:00.000Z' } }),
      {},
      'order_cancelled',
    ],
  ] as const)('is refused %s', (...[, visit, changes, code]) => {
    expect(addLine(visit, { ...input, ...changes }, advisor)).toMatchObject({ code });
  });

  test('is not for technicians', () => {
    expect(addLine(buildVisit(), input, testContext('technician', { facts }))).toMatchObject({ code: 'forbidden' });
  });
});

describe('a line of the draft', () => {
  const { description, qtyMilli, flatRateHoursCenti, discountFen, taxRateBp, payer, necessity, reason } = input;
  const fields = {
    orderId,
    description,
    qtyMilli,
    flatRateHoursCenti,
    discountFen,
    taxRateBp,
    payer,
    necessity,
    reason,
  };
  const cheaper = { ...fields, unitPriceFen: 10_000, lineId: lineId(1), version: 1 };

  test('can be changed before it is shown (R118)', () => {
    const next = nextOf(changeLine(withLine(buildVisit()), cheaper, advisor));
    expect(lineNo(next, 1)).toMatchObject({ amountFen: 10_000, necessity: 'safety', version: 2 });
  });

  test('can be taken out, its row stays', () => {
    const next = nextOf(
      removeLine(withLine(buildVisit()), { orderId, lineId: lineId(1), version: 1 }, testContext('advisor')),
    );
    expect(lineNo(next, 1).removedAt).not.toBeNull();
    expect(removeLine(next, { orderId, lineId: lineId(1), version: 2 }, testContext('advisor'))).toMatchObject({
      code: 'line_not_found',
    });
  });

  const shown = withPresented(withLine(buildVisit()));
  const decided = withDecision(shown);
  test.each([
    ['that was shown', shown, {}, 'line_not_draft'],
    ['that was decided', decided, { version: 2 }, 'line_not_draft'],
    ['that is not there', withLine(buildVisit()), { lineId: lineId(9) }, 'line_not_found'],
    ['that somebody changed meanwhile', withLine(buildVisit()), { version: 7 }, 'stale_version'],
  ] as const)('is refused a change %s', (...[, visit, changes, code]) => {
    expect(changeLine(visit, { ...cheaper, ...changes }, advisor)).toMatchObject({ code });
    const removal = { orderId, lineId: lineId(1), version: 1, ...changes };
    expect(removeLine(visit, removal, testContext('advisor'))).toMatchObject({ code });
  });

  test.each([
    ['a price above the list', withLine(buildVisit()), { unitPriceFen: 18_001 }, 'price_above_list'],
    ['a fee above its cap', withLine(buildVisit(), { kind: 'diagnosis', capFen: 1 }), {}, 'fee_above_cap'],
    ['a part no longer sold', withLine(buildVisit(), { kind: 'part', trade: null }), {}, 'part_unknown'],
  ] as const)('is refused %s', (...[, visit, changes, code]) => {
    expect(changeLine(visit, { ...cheaper, ...changes }, advisor)).toMatchObject({ code });
  });
});

describe('promise and choices', () => {
  const plain = testContext('advisor');

  test('the promise stands in the draft and lies ahead (R119, R139)', () => {
    const promisedAt = '2026-11-24T08:00:00.000Z';
    expect(nextOf(setPromise(withLine(buildVisit()), { orderId, promisedAt }, plain)).versions[0]).toMatchObject({
      promisedAt,
    });
    expect(setPromise(buildVisit(), { orderId, promisedAt: plain.now }, plain)).toMatchObject({
      code: 'promise_in_past',
    });
    const shown = withPresented(withLine(buildVisit()));
    expect(setPromise(shown, { orderId, promisedAt }, plain)).toMatchObject({ code: 'version_open' });
  });

  const choices = {
    orderId,
    version: 1,
    paymentMethod: 'alipay',
    oldPartChoice: 'take_away',
    washWanted: true,
    waitsInShop: false,
    deliveryProcedureExplained: true,
  } as const;

  test('the customer’s choices are kept, and the explained delivery is ticked once (R130–R134)', () => {
    const visit = buildVisit({ ticks: [] });
    const next = nextOf(recordChoices(visit, choices, plain));
    expect(next.order).toMatchObject({ paymentMethod: 'alipay', oldPartChoice: 'take_away', washWanted: true });
    expect(next.ticks).toMatchObject([{ item: 'delivery_procedure' }]);
    expect(nextOf(recordChoices(next, { ...choices, version: 2 }, plain)).ticks).toHaveLength(1);
    const unexplained = { ...choices, deliveryProcedureExplained: false };
    expect(nextOf(recordChoices(visit, unexplained, plain)).ticks).toEqual([]);
  });

  test.each([
    ['a way to pay that the store does not take', buildVisit(), { paymentMethod: 'credit' }, 'invalid_input'],
    ['another version of the order', buildVisit(), { version: 7 }, 'stale_version'],
    ['a version before the customer', withPresented(withLine(buildVisit())), {}, 'version_open'],
  ] as const)('choices are refused with %s', (...[, visit, changes, code]) => {
    expect(recordChoices(visit, { ...choices, ...changes }, plain)).toMatchObject({ code });
  });
});
