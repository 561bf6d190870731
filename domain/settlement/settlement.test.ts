import { describe, expect, test } from 'vitest';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { statementOf } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import type { Decision } from '#domain/kernel/decision.ts';
import { checkVehicle } from '#domain/settlement/check-vehicle.ts';
import { presentStatements } from '#domain/settlement/present-statements.ts';
import { refuseSafety } from '#domain/settlement/refuse-safety.ts';
import { signStatement } from '#domain/settlement/sign-statement.ts';
import { statementDocument } from '#domain/settlement/statement-document.ts';
import { withdrawStatements } from '#domain/settlement/withdraw-statements.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { testContext, testId, testNow } from '#domain/testing/test-context.ts';
import {
  lineId,
  withDecision,
  withGrantedLine,
  withGrantedPart,
  withLine,
  withLineAs,
  withPresented,
} from '#domain/testing/with-lines.ts';
import {
  decidedBy,
  handwriting,
  statementFacts,
  statementInput,
  vehicleCheckAnswers,
  withReady,
  withSignedStatement,
  withStatements,
  withVehicleCheck,
} from '#domain/testing/with-settlement.ts';

const codeOf = (answer: Decision<Visit, unknown> | Refusal) => (isRefusal(answer) ? answer.code : 'ok');
const ready = () => withReady(withGrantedPart(withGrantedLine(buildVisit())));
const orderId = buildVisit().order.orderId;

const oldPart = {
  oldPartId: testId(0x9_01),
  lineId: lineId(2),
  description: '旧刹车片',
  qtyMilli: 1000,
  disposition: 'leave' as const,
  bagLabel: null,
  recordedBy: null,
  recordedAt: testNow,
  confirmedAt: testNow,
  shownAt: null,
};

describe('the vehicle check with the customer', () => {
  const passing = {
    orderId,
    result: 'pass' as const,
    items: vehicleCheckAnswers,
    failedLines: [],
    oldPartsShown: true,
    kitRemoved: true,
    customerOpinion: null,
  };
  const failing = { ...passing, result: 'fail' as const, failedLines: [{ lineId: lineId(1), reason: '仍有异响' }] };
  const check = (visit: Visit, input: typeof passing | typeof failing = passing) =>
    checkVehicle(visit, input, testContext('advisor'));

  test('accepted: old parts shown and the kit removed are on record (R213, R219)', () => {
    const next = decidedBy(check({ ...ready(), oldParts: [oldPart] }));
    expect(next.oldParts[0]?.shownAt).toBe(testNow);
    expect(next.reception?.kitRemovedAt).toBe(testNow);
    expect(next.order.state).toBe('ready');
  });

  test('sent back: the line is queued again and every check before it is void (R188)', () => {
    const next = decidedBy(check(ready(), failing));
    expect(next.order).toMatchObject({ state: 'open', readyAt: null, customerToldReadyAt: null });
    expect(next.lines[0]).toMatchObject({ workState: 'queued', reworkCount: 1 });
    const standing = next.inspections.filter(({ voidedAt }) => voidedAt === null);
    expect(standing.map(({ kind, result }) => [kind, result])).toEqual([['vehicle_check', 'fail']]);
  });

  const untold = (visit: Visit, waitsInShop: boolean): Visit => ({
    ...visit,
    order: { ...visit.order, customerToldReadyAt: null, waitsInShop },
  });
  const metInPerson = (visit: Visit): Visit => ({
    ...visit,
    contacts: [
      {
        contactId: testId(0x9_10),
        purpose: 'ready',
        channel: 'face_to_face',
        said: '车修好了',
        answer: null,
        reached: true,
        newPromisedAt: null,
        contactedBy: null,
        contactedAt: testNow,
      },
    ],
  });

  test('needs the customer told; one who waits in the shop may be told in person (R210)', () => {
    expect(codeOf(check(untold(ready(), false)))).toBe('customer_not_told');
    expect(codeOf(check(metInPerson(untold(ready(), false))))).toBe('customer_not_told');
    expect(codeOf(check(metInPerson(untold(ready(), true))))).toBe('ok');
  });

  test('is refused while something before it is missing', () => {
    const unchecked = { ...ready(), inspections: [] };
    expect(codeOf(check(unchecked))).toBe('internal_check_missing');
    expect(codeOf(check(withStatements(ready())))).toBe('statement_open');
    expect(codeOf(check(ready(), { ...passing, items: passing.items.slice(1) }))).toBe('check_incomplete');
    expect(codeOf(check(ready(), { ...passing, kitRemoved: false }))).toBe('check_incomplete');
    const unshown = { ...passing, oldPartsShown: false };
    expect(codeOf(check({ ...ready(), oldParts: [oldPart] }, unshown))).toBe('check_incomplete');
    expect(codeOf(check(ready(), { ...failing, failedLines: [] }))).toBe('fault_items_missing');
    const strange = [{ lineId: testId(0xdead), reason: '—' }];
    expect(codeOf(check(ready(), { ...failing, failedLines: strange }))).toBe('line_not_found');
  });
});

describe('presenting the statements', () => {
  const present = (visit: Visit, changes: object = {}) =>
    presentStatements(
      visit,
      { ...statementInput(visit), ...changes },
      testContext('advisor', { facts: statementFacts }),
    );
  const checked = () => withVehicleCheck(ready());

  test('freezes labour and parts apart, the fees, the guarantee, the next service and the call time (R235, R237, R247)', () => {
    const next = decidedBy(present(checked()));
    const content = next.statementContents[0]?.content ?? '';
    const document = statementDocument.parse(JSON.parse(content));
    expect(document.lines.map(({ kind, origin, amountFen }) => [kind, origin, amountFen])).toEqual([
      ['labour', null, 18_000],
      ['part', 'oem', 20_000],
    ]);
    expect(document.fees).toMatchObject({ labourFen: 18_000, partsFen: 20_000, totalFen: 38_000 });
    expect(document.guarantees).toEqual([{ category: 'minor', days: 30, km: 5000, legalDays: 10, legalKm: 2000 }]);
    expect(document.nextService).toEqual({ on: '2027-05-24', km: 31_000 });
    expect(document.preferredCall?.from).toBe('19:00');
    expect(content).not.toContain('13812345678');
  });

  test('is refused while something it must say is missing', () => {
    expect(codeOf(present(ready()))).toBe('vehicle_check_missing');
    expect(codeOf(present(withStatements(ready())))).toBe('statement_open');
    expect(codeOf(present(checked(), { nextServiceOn: null }))).toBe('next_service_missing');
    expect(codeOf(present(checked(), { nextServiceKm: null }))).toBe('next_service_missing');
    expect(codeOf(present(checked(), { preferredCall: null }))).toBe('call_time_missing');
    const nameless = { ...checked(), vehicle: { ...checked().vehicle, vin: null } };
    expect(codeOf(present(nameless))).toBe('vin_missing');
    expect(codeOf(present(withPresented(withLine(checked()))))).toBe('version_open');
    const open = withLineAs(checked(), 1, {
      payer: 'manufacturer',
      fallbackPayer: 'manufacturer',
      warrantyState: 'pending_manufacturer',
    });
    expect(codeOf(present(open))).toBe('warranty_undecided');
  });

  test('the dealership’s own car needs neither VIN nor next service nor call', () => {
    const own = { ...checked(), order: { ...checked().order, kind: 'internal' as const } };
    const bare = { ...own, vehicle: { ...own.vehicle, vin: null } };
    expect(codeOf(present(bare, { nextServiceOn: null, nextServiceKm: null, preferredCall: null }))).toBe('ok');
  });
});

describe('a refused safety item', () => {
  const declined = (choice: 'decline' | 'defer') => {
    const offered = withLine(withGrantedLine(buildVisit()), { necessity: 'safety', description: '更换刹车盘' });
    return withVehicleCheck(withReady(withDecision(offered, { [lineId(2)]: choice })));
  };
  const input = { orderId, lineId: lineId(2), customerNote: '知道后果，下月再修', signature: handwriting };
  const present = (visit: Visit) =>
    presentStatements(visit, statementInput(visit), testContext('advisor', { facts: statementFacts }));

  test.each(['decline', 'defer'] as const)(
    '(%s) needs the customer’s note and signature before settling (R232)',
    (choice) => {
      const visit = declined(choice);
      const refusal = present(visit);
      expect(isRefusal(refusal) && refusal.words.zh).toContain('更换刹车盘');
      const noted = decidedBy(refuseSafety(visit, input, testContext('advisor')));
      const stated = decidedBy(present(noted));
      const document = statementDocument.parse(JSON.parse(stated.statementContents[0]?.content ?? ''));
      expect(document.notDone[0]?.refusal?.customerNote).toBe('知道后果，下月再修');
    },
  );

  test('is refused for another line, or without handwriting', () => {
    const visit = declined('decline');
    expect(codeOf(refuseSafety(visit, { ...input, lineId: lineId(1) }, testContext('advisor')))).toBe('line_not_found');
    const empty = { ...input, signature: { signedBy: '王建国', strokes: [] } };
    expect(codeOf(refuseSafety(visit, empty, testContext('advisor')))).toBe('signature_empty');
  });
});

describe('signing and withdrawing', () => {
  const signing = (visit: Visit) => ({
    orderId,
    statementId: statementOf(visit, 'customer')?.statementId ?? '',
    contentHash: visit.statementContents[0]?.contentHash ?? '',
    signature: handwriting,
  });
  const sign = (visit: Visit, changes: object = {}) =>
    signStatement(visit, { ...signing(visit), ...changes }, testContext('advisor'));

  test('signs exactly the statement that was shown (R239)', () => {
    const stated = withStatements(ready());
    expect(codeOf(sign(stated, { contentHash: 'f'.repeat(64) }))).toBe('statement_changed');
    expect(codeOf(sign(stated, { statementId: testId(0xdead) }))).toBe('statement_missing');
    expect(codeOf(sign(stated, { signature: { signedBy: '王', strokes: [] } }))).toBe('signature_empty');
    const signed = decidedBy(sign(stated));
    expect(statementOf(signed, 'customer')?.state).toBe('signed');
    expect(codeOf(sign(signed))).toBe('stale_version');
  });

  test('a statement of ¥0 is done with when it is signed', () => {
    const signed = withSignedStatement(withReady(withGrantedLine(buildVisit(), { payer: 'insurer' })));
    expect(statementOf(signed, 'customer')?.state).toBe('nothing_due');
    expect(statementOf(signed, 'insurer')?.state).toBe('presented');
  });

  test('an unpaid statement may be withdrawn and its charges stated anew (R238)', () => {
    const withdraw = (visit: Visit) =>
      withdrawStatements(visit, { orderId, reason: '金额有误' }, testContext('advisor'));
    expect(codeOf(withdraw(ready()))).toBe('statement_missing');
    const withdrawn = decidedBy(withdraw(withSignedStatement(ready())));
    expect(withdrawn.statementLines.every(({ live }) => !live)).toBe(true);
    const again = presentStatements(
      withdrawn,
      statementInput(withdrawn),
      testContext('advisor', { facts: statementFacts }),
    );
    expect(codeOf(again)).toBe('ok');
  });
});
