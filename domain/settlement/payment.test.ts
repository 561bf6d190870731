import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { dueFen, receivedFen, statementOf } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { approveCredit } from '#domain/settlement/approve-credit.ts';
import { issueCreditNote } from '#domain/settlement/issue-credit-note.ts';
import { refund } from '#domain/settlement/refund.ts';
import { freeFen } from '#domain/settlement/settlement.money.ts';
import { takePayment } from '#domain/settlement/take-payment.ts';
import { withdrawStatements } from '#domain/settlement/withdraw-statements.ts';
import { buildVisit } from '#domain/testing/build-visit.ts';
import { testContext, testId } from '#domain/testing/test-context.ts';
import { withGrantedLine } from '#domain/testing/with-lines.ts';
import { decidedBy, withReady, withSignedStatement, withStatements } from '#domain/testing/with-settlement.ts';

const codeOf = (answer: Decision<Visit, unknown> | Refusal) => (isRefusal(answer) ? answer.code : 'ok');
const orderId = buildVisit().order.orderId;
const ready = () => withReady(withGrantedLine(buildVisit()));
const ownId = (visit: Visit) => statementOf(visit, 'customer')?.statementId ?? '';
const cashier = () => testContext('cashier');

type Money = { readonly amountFen: number; readonly tenderedFen?: number; readonly method?: 'cash' | 'card' };

const pay = (visit: Visit, { amountFen, tenderedFen, method = 'cash' }: Money, statementId = ownId(visit)) =>
  takePayment(
    visit,
    { orderId, kind: 'payment', statementId, method, amountFen, tenderedFen: tenderedFen ?? null, reference: null },
    cashier(),
  );
const deposit = (visit: Visit, amountFen: number) =>
  takePayment(
    visit,
    { orderId, kind: 'deposit', statementId: null, method: 'card', amountFen, tenderedFen: null, reference: null },
    cashier(),
  );
const giveBack = (visit: Visit, amountFen: number, statementId: string | null = null) =>
  refund(visit, { orderId, statementId, method: 'cash', amountFen, reason: '退还' }, cashier());

describe('taking money', () => {
  test('works out the change of any cash tendered, and never takes more than is due (R241)', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30_000 }),
        fc.integer({ min: 0, max: 60_000 }),
        (amountFen, tenderedFen) => {
          const answer = pay(withSignedStatement(ready()), { amountFen, tenderedFen });
          if (amountFen > 18_000 || tenderedFen < amountFen) {
            expect(codeOf(answer)).toBe(amountFen > 18_000 ? 'payment_above_due' : 'tendered_short');
            return;
          }
          const next = decidedBy(answer);
          expect(next.payments[0]).toMatchObject({ amountFen, tenderedFen, changeFen: tenderedFen - amountFen });
          expect(dueFen(next, ownId(next))).toBe(18_000 - amountFen);
        },
      ),
    );
  });

  test('pays the statement off in several parts, by several means (R240)', () => {
    const half = decidedBy(pay(withSignedStatement(ready()), { amountFen: 10_000, method: 'card' }));
    expect(statementOf(half, 'customer')?.state).toBe('signed');
    const whole = decidedBy(pay(half, { amountFen: 8_000 }));
    expect(statementOf(whole, 'customer')?.state).toBe('paid');
  });

  test('needs a statement, and the customer’s own signed', () => {
    expect(codeOf(pay(ready(), { amountFen: 1 }, testId(0xdead)))).toBe('statement_missing');
    expect(codeOf(pay(withStatements(ready()), { amountFen: 1 }))).toBe('statement_unsigned');
    expect(codeOf(deposit(withSignedStatement(ready()), 100))).toBe('statement_open');
  });

  test('what another payer owes is received without a signature, even after the delivery', () => {
    const claimed = withSignedStatement(withReady(withGrantedLine(buildVisit(), { payer: 'insurer' })));
    const delivered = { ...claimed, order: { ...claimed.order, state: 'delivered' as const } };
    const statementId = statementOf(delivered, 'insurer')?.statementId ?? '';
    const next = decidedBy(pay(delivered, { amountFen: 18_000, method: 'card' }, statementId));
    expect(statementOf(next, 'insurer')?.state).toBe('paid');
  });
});

describe('deposits', () => {
  test('count on the statement as soon as it is signed; what is left over stays refundable', () => {
    const held = decidedBy(deposit(decidedBy(deposit(buildOpen(), 15_000)), 10_000));
    const signed = withSignedStatement(withReady(held));
    expect(statementOf(signed, 'customer')?.state).toBe('paid');
    expect(freeFen(signed)).toBe(7_000);
    expect(codeOf(giveBack(signed, 7_001))).toBe('refund_above_paid');
    expect(freeFen(decidedBy(giveBack(signed, 7_000)))).toBe(0);
  });

  test('no fen is lost however money comes, is withdrawn and given back (R244)', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_000 }), { maxLength: 4 }), (amounts) => {
        const held = amounts.reduce((so, amountFen) => decidedBy(deposit(so, amountFen)), buildOpen());
        const signed = withSignedStatement(withReady(held));
        const allocated = signed.allocations.reduce((so, { amountFen }) => so + amountFen, 0);
        expect(freeFen(signed) + allocated).toBe(receivedFen(signed));
        expect(dueFen(signed, ownId(signed))).toBe(18_000 - allocated);
        expect(allocated).toBeLessThanOrEqual(18_000);
      }),
    );
  });

  test('paid in part and withdrawn, the money is free again and pays the next statement', () => {
    const part = decidedBy(pay(withSignedStatement(ready()), { amountFen: 5_000 }));
    const withdrawn = decidedBy(withdrawStatements(part, { orderId, reason: '重开' }, cashier()));
    expect(freeFen(withdrawn)).toBe(5_000);
    const again = withSignedStatement(withdrawn);
    expect(dueFen(again, ownId(again))).toBe(13_000);
  });
});

const buildOpen = () => withGrantedLine(buildVisit());

describe('mistakes and credit', () => {
  const paid = () => decidedBy(pay(withSignedStatement(ready()), { amountFen: 18_000 }));
  const note = (visit: Visit, amountFen: number, statementId = ownId(visit)) =>
    issueCreditNote(visit, { orderId, statementId, amountFen, reason: '多收工时' }, testContext('service_manager'));

  test('a paid statement is corrected by a credit note and a refund, never withdrawn (R244)', () => {
    const withdrawn = withdrawStatements(paid(), { orderId, reason: '改' }, cashier());
    expect(codeOf(withdrawn)).toBe('statement_settled');
    const noted = decidedBy(note(paid(), 4_000));
    expect(codeOf(giveBack(noted, 4_001, ownId(noted)))).toBe('refund_above_paid');
    const back = decidedBy(giveBack(noted, 4_000, ownId(noted)));
    expect([dueFen(back, ownId(back)), receivedFen(back), freeFen(back)]).toEqual([0, 14_000, 0]);
    expect(codeOf(note(back, 14_001))).toBe('credit_above_charge');
  });

  test('a statement credited back whole may be reissued, its money free', () => {
    const noted = decidedBy(note(paid(), 18_000));
    const withdrawn = decidedBy(withdrawStatements(noted, { orderId, reason: '重开' }, cashier()));
    expect(freeFen(withdrawn)).toBe(18_000);
  });

  test('credit notes and refunds need a statement, the customer’s signed', () => {
    expect(codeOf(note(ready(), 1, testId(0xdead)))).toBe('statement_missing');
    expect(codeOf(note(withStatements(ready()), 1))).toBe('statement_unsigned');
    expect(codeOf(giveBack(ready(), 1, testId(0xdead)))).toBe('statement_missing');
  });

  test('the service manager alone lets a customer pay later; claims are put on account by whoever follows them up (R240)', () => {
    const credit = (visit: Visit, by: 'service_manager' | 'cashier' | 'warranty_clerk', statementId = ownId(visit)) =>
      approveCredit(visit, { orderId, statementId, reason: '月结客户' }, testContext(by));
    expect(codeOf(credit(ready(), 'service_manager', testId(0xdead)))).toBe('statement_missing');
    expect(codeOf(credit(withStatements(ready()), 'service_manager'))).toBe('statement_unsigned');
    expect(codeOf(credit(withSignedStatement(ready()), 'cashier'))).toBe('forbidden');
    const credited = decidedBy(credit(withSignedStatement(ready()), 'service_manager'));
    expect(statementOf(credited, 'customer')?.state).toBe('credited');
    expect(statementOf(decidedBy(pay(credited, { amountFen: 18_000 })), 'customer')?.state).toBe('paid');
    const claimed = withStatements(
      withReady(withGrantedLine(buildVisit(), { payer: 'manufacturer', warrantyState: 'approved' })),
    );
    const claimId = statementOf(claimed, 'manufacturer')?.statementId ?? '';
    expect(codeOf(credit(claimed, 'warranty_clerk', claimId))).toBe('ok');
  });
});
