import { describe, expect, test } from 'vitest';
import { authorizeCollector } from '#domain/delivery/authorize-collector.ts';
import { carReturned } from '#domain/delivery/car-returned.ts';
import { gateCheck } from '#domain/delivery/gate-check.ts';
import { handOver } from '#domain/delivery/hand-over.ts';
import { issueFinalPass } from '#domain/delivery/issue-final-pass.ts';
import { issueTemporaryPass } from '#domain/delivery/issue-temporary-pass.ts';
import { openGate } from '#domain/delivery/open-gate.ts';
import { voidPass } from '#domain/delivery/void-pass.ts';
import type { VehicleFile } from '#domain/customer/customer-file.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { Actor } from '#domain/kernel/role.ts';
import { statementOf } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { takePayment } from '#domain/settlement/take-payment.ts';
import { withdrawStatements } from '#domain/settlement/withdraw-statements.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { testContext, testId, testNow, testStoreId } from '#domain/testing/test-context.ts';
import { lineId, withDecision, withGrantedLine, withLine } from '#domain/testing/with-lines.ts';
import {
  decidedBy,
  handwriting,
  withReady,
  withSignedStatement,
  withStatements,
} from '#domain/testing/with-settlement.ts';

const codeOf = (answer: Decision<Visit, unknown> | Refusal) => (isRefusal(answer) ? answer.code : 'ok');
const orderId = buildVisit().order.orderId;
const passCode = 'ABCDEFGH23';
const facts = { passNo: 'CM261124-0001', code: passCode, otherOrderNo: null };
const file = (visit: Visit): VehicleFile => ({
  vehicle: visit.vehicle,
  parties: [],
  readings: [{ readingId: testId(0x9_30), kind: 'in', km: 23_450, readAt: testNow, orderId: null, reason: null }],
});

const worked = () => withGrantedLine(buildVisit());
const signed = () => withSignedStatement(withReady(worked()));

function paid(): Visit {
  const visit = signed();
  const statementId = statementOf(visit, 'customer')?.statementId ?? '';
  const money = { method: 'card' as const, amountFen: 18_000, tenderedFen: null, reference: null };
  return decidedBy(takePayment(visit, { orderId, kind: 'payment', statementId, ...money }, testContext('cashier')));
}

const finalPass = (visit: Visit, more: { collectorId?: string; otherOrderNo?: string; now?: string } = {}) =>
  issueFinalPass(
    visit,
    { orderId, collectorId: more.collectorId ?? null },
    testContext('advisor', {
      facts: { ...facts, otherOrderNo: more.otherOrderNo ?? null },
      ...(more.now && { now: more.now }),
    }),
  );
const hand = (visit: Visit, changes: object = {}) =>
  handOver(
    visit,
    {
      orderId,
      collectorId: null,
      collectorName: '王先生',
      code: null,
      itemIds: visit.entrusted.map(({ itemId }) => itemId),
      satisfaction: 5,
      opinion: null,
      otherService: null,
      ...changes,
    },
    testContext('advisor'),
  );
const gate = (
  visit: Visit,
  { now = testNow, code = passCode, km = 23_460 }: { now?: string; code?: string; km?: number } = {},
) => openGate(visit, { orderId, code, odometerKm: km }, testContext('guard', { facts: file(visit), now }));

describe('the final pass', () => {
  test('is given once inspected, signed and paid, and the gate opens once for it (R230)', () => {
    const handed = decidedBy(hand(decidedBy(finalPass(paid()))));
    expect(gateCheck(handed, passCode, testContext('guard')).light).toBe('green');
    const out = decidedBy(gate(handed));
    expect(out.order).toMatchObject({ state: 'delivered', deliveredAt: testNow });
    expect(out.openings).toHaveLength(1);
    expect(codeOf(gate(out))).toBe('pass_used');
  });

  test('is refused while something is open (R240)', () => {
    expect(codeOf(finalPass({ ...paid(), inspections: [] }))).toBe('inspection_missing');
    expect(codeOf(finalPass(withReady(worked())))).toBe('statement_missing');
    expect(codeOf(finalPass(withStatements(withReady(worked()))))).toBe('statement_unsigned');
    const unpaid = finalPass(signed());
    expect(isRefusal(unpaid) && [unpaid.code, unpaid.words.zh]).toEqual([
      'unpaid',
      '客户应付 ¥180.00 尚未结清，请先收款或批准挂账。',
    ]);
    expect(codeOf(finalPass(paid(), { otherOrderNo: 'WX261124-0009' }))).toBe('other_order_open');
    expect(codeOf(finalPass(paid(), { collectorId: testId(0xdead) }))).toBe('collector_not_authorized');
    const away = { ...paid(), order: { ...paid().order, awaySince: testNow } };
    expect(codeOf(finalPass(away))).toBe('vehicle_away');
  });

  test('another payer’s open share never holds the car (R240)', () => {
    const claimed = withSignedStatement(withReady(withGrantedLine(buildVisit(), { payer: 'insurer' })));
    expect(codeOf(finalPass(claimed))).toBe('ok');
  });

  test('work added after the statement was paid holds the car until it is stated too', () => {
    const more = withReady(withGrantedLine({ ...paid(), order: { ...paid().order, state: 'open' } }));
    expect(codeOf(finalPass(more))).toBe('statement_missing');
  });

  test('is one at a time; an expired one makes room for the next', () => {
    const issued = decidedBy(finalPass(paid()));
    expect(codeOf(finalPass(issued))).toBe('pass_exists');
    const tomorrow = addMinutes(testNow, 24 * 60);
    const again = decidedBy(finalPass(issued, { now: tomorrow }));
    expect(again.passes.map(({ state }) => state)).toEqual(['void', 'issued']);
  });

  test('a car on which nothing was done leaves without a statement, its refused safety items signed (R232)', () => {
    const untouched = { ...buildVisit(), order: { ...buildVisit().order, state: 'ready' as const } };
    expect(decidedBy(finalPass(untouched)).passes[0]?.reason).toBe('nothing_done');
    const offered = withDecision(withLine(buildVisit(), { necessity: 'safety' }), { [lineId(1)]: 'decline' });
    const unsigned = { ...offered, order: { ...offered.order, state: 'ready' as const } };
    expect(codeOf(finalPass(unsigned))).toBe('safety_refusal_unsigned');
    const cancelled = { ...buildVisit(), order: { ...buildVisit().order, state: 'cancelled' as const } };
    const out = decidedBy(gate(decidedBy(hand(decidedBy(finalPass(cancelled))))));
    expect([out.order.state, out.passes[0]?.state]).toEqual(['cancelled', 'used']);
  });
});

describe('the hand-over', () => {
  const issued = () => decidedBy(finalPass(paid()));

  test('names what the shop still holds, and takes nothing twice (R249)', () => {
    const kept = hand(issued(), { itemIds: [] });
    expect(isRefusal(kept) && kept.words.zh).toContain('车钥匙');
    const handed = decidedBy(hand(issued()));
    expect(handed.entrusted[0]).toMatchObject({ returnedAt: testNow, returnedTo: '王先生' });
    expect(handed.delivery?.satisfaction).toBe(5);
    expect(codeOf(hand(handed))).toBe('item_not_held');
    expect(codeOf(hand(paid()))).toBe('no_gate_pass');
  });

  test('goes to a stranger only with the customer’s one-time code or recorded consent (R249)', () => {
    expect(codeOf(hand(issued(), { collectorName: '赵六' }))).toBe('collector_not_authorized');
    const asked = { orderId, name: '赵六', phone: null, consent: 'one_time_code' as const, evidence: null };
    const known = decidedBy(authorizeCollector(issued(), asked, testContext('advisor', { facts: { code: '012345' } })));
    const collectorId = known.collectors[0]?.collectorId ?? '';
    expect(known.collectors[0]?.codeHash).not.toContain('012345');
    const fetch = { collectorId, collectorName: '赵六' };
    expect(codeOf(hand(known, { ...fetch, code: '999999' }))).toBe('collector_not_authorized');
    expect(codeOf(hand(known, { ...fetch, code: null }))).toBe('collector_not_authorized');
    const handed = decidedBy(hand(known, { ...fetch, code: '012345' }));
    expect([handed.passes[0]?.collectorName, handed.collectors[0]?.usedAt]).toEqual(['赵六', testNow]);
  });

  test('staff record the customer’s consent with its evidence; the customer’s own page is evidence itself', () => {
    const asked = { orderId, name: '赵六', phone: null, consent: 'recorded_consent' as const, evidence: null };
    const link: Actor = { kind: 'customer', storeId: testStoreId, linkId: testId(7), orderId };
    const context = { facts: { code: '012345' } };
    expect(codeOf(authorizeCollector(issued(), asked, testContext('advisor', context)))).toBe('consent_missing');
    const own = authorizeCollector(issued(), asked, testContext(link, context));
    expect(isRefusal(own) ? null : own.output.code).toBeNull();
  });
});

describe('the gate', () => {
  const handed = () => decidedBy(hand(decidedBy(finalPass(paid()))));

  test('stays shut for a pass that is unknown, void, expired, not handed over, or no longer settled', () => {
    expect(codeOf(gate(handed(), { code: 'NOSUCHPASS' }))).toBe('no_gate_pass');
    expect(codeOf(gate(handed(), { now: addMinutes(testNow, 24 * 60) }))).toBe('pass_expired');
    expect(codeOf(gate(decidedBy(finalPass(paid()))))).toBe('not_handed_over');
    const passId = handed().passes[0]?.passId ?? '';
    expect(passId).not.toBe('');
    const visit = handed();
    const voiding = { orderId, passId: visit.passes[0]?.passId ?? '', reason: '信息有误' };
    const voided = decidedBy(voidPass(visit, voiding, testContext('advisor')));
    expect(codeOf(gate(voided))).toBe('pass_void');
    expect(gateCheck(voided, passCode, testContext('guard')).reason?.code).toBe('pass_void');
    expect(codeOf(voidPass(voided, voiding, testContext('advisor')))).toBe('no_gate_pass');
    expect(codeOf(gate(handed(), { km: 23_449 }))).toBe('odometer_backwards');
    const owing = handed();
    const reopened = owing.statements.map((each) => ({ ...each, state: 'signed' as const }));
    expect(codeOf(gate({ ...owing, statements: reopened, allocations: [] }))).toBe('unpaid');
  });

  test('a withdrawn statement takes its pass along', () => {
    const nothingDue = withSignedStatement(withReady(withGrantedLine(buildVisit(), { payer: 'insurer' })));
    const issued = decidedBy(finalPass(nothingDue));
    const withdrawn = decidedBy(withdrawStatements(issued, { orderId, reason: '重开' }, testContext('advisor')));
    expect(withdrawn.passes[0]?.state).toBe('void');
  });

  test('tells the guard nothing of an unknown code', () => {
    expect(gateCheck(handed(), 'NOSUCHPASS', testContext('guard'))).toMatchObject({ light: 'red', plate: null });
  });
});

describe('a temporary pass', () => {
  const request = {
    orderId,
    reason: 'road_test' as const,
    collectorName: '李师傅',
    odometerKm: 23_450,
    expectedReturnAt: addMinutes(testNow, 30),
    unsafe: false,
    unsafeNote: null,
    signature: null,
  };
  const ask = (visit: Visit, changes: object = {}) =>
    issueTemporaryPass(visit, { ...request, ...changes }, testContext('supervisor', { facts }));
  const back = (visit: Visit, km: number) =>
    carReturned(visit, { orderId, odometerKm: km }, testContext('guard', { facts: file(visit) }));

  test('lets the car out and back: the order waits for it meanwhile (R171)', () => {
    const out = decidedBy(gate(decidedBy(ask(worked()))));
    expect(out.order).toMatchObject({ state: 'open', awaySince: testNow });
    expect(out.waits[0]).toMatchObject({ reason: 'vehicle_away', endedAt: null });
    expect(codeOf(ask(out))).toBe('vehicle_away');
    expect(codeOf(back(out, 23_449))).toBe('odometer_backwards');
    const home = decidedBy(back(out, 23_470));
    expect([home.order.awaySince, home.waits[0]?.endedAt, home.passes[0]?.returnedAt]).toEqual([
      null,
      testNow,
      testNow,
    ]);
    expect(codeOf(back(home, 23_470))).toBe('not_away');
  });

  test('is refused while something is not in order', () => {
    expect(codeOf(ask(decidedBy(ask(worked()))))).toBe('pass_exists');
    expect(codeOf(ask(worked(), { expectedReturnAt: testNow }))).toBe('return_in_past');
    expect(codeOf(ask(worked(), { odometerKm: 1 }))).toBe('odometer_backwards');
    expect(codeOf(ask(worked(), { reason: 'customer_need', collectorName: '赵六' }))).toBe('collector_not_authorized');
    expect(codeOf(ask(worked(), { reason: 'customer_need', collectorName: '王建国' }))).toBe('ok');
  });

  test('of an unsafe car needs the customer’s signed note', () => {
    const unsafe = { unsafe: true, unsafeNote: '知道刹车未修，自行承担' };
    expect(codeOf(ask(worked(), { ...unsafe, unsafeNote: null, signature: handwriting }))).toBe('unsafe_note_missing');
    expect(codeOf(ask(worked(), unsafe))).toBe('unsafe_note_missing');
    const empty = { signedBy: '王建国', strokes: [] };
    expect(codeOf(ask(worked(), { ...unsafe, signature: empty }))).toBe('signature_empty');
    expect(decidedBy(ask(worked(), { ...unsafe, signature: handwriting })).passes[0]?.signatureId).not.toBeNull();
  });
});
