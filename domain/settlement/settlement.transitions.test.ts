import { expect, test } from 'vitest';
import type { Decision } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { staffRoleNames, type StaffRole } from '#domain/kernel/role.ts';
import { orderStates } from '#domain/repair-order/repair-order.ts';
import { statementOf } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { approveCredit } from '#domain/settlement/approve-credit.ts';
import { checkVehicle } from '#domain/settlement/check-vehicle.ts';
import { issueCreditNote } from '#domain/settlement/issue-credit-note.ts';
import { presentStatements } from '#domain/settlement/present-statements.ts';
import { refund } from '#domain/settlement/refund.ts';
import { refuseSafety } from '#domain/settlement/refuse-safety.ts';
import { settlementActions } from '#domain/settlement/settlement.transitions.ts';
import { signStatement } from '#domain/settlement/sign-statement.ts';
import { takePayment } from '#domain/settlement/take-payment.ts';
import { withdrawStatements } from '#domain/settlement/withdraw-statements.ts';
import { buildVisit, orderId } from '#domain/testing/build-visit.ts';
import { testContext } from '#domain/testing/test-context.ts';
import { lineId, withDecision, withGrantedLine, withLine } from '#domain/testing/with-lines.ts';
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

type Tried = Decision<Visit, unknown> | Refusal;
type Action = keyof typeof settlementActions;

const ready = withReady(withGrantedLine(buildVisit()));
const stated = withStatements(ready);
const signed = withSignedStatement(ready);
const declined = withDecision(
  withLine(withGrantedLine(buildVisit()), { necessity: 'safety', description: '更换刹车盘' }),
  {
    [lineId(2)]: 'decline',
  },
);
const insured = withSignedStatement(withReady(withGrantedLine(buildVisit(), { payer: 'insurer' })));
const money = { method: 'card', amountFen: 100 } as const;
const ofCustomer = (visit: Visit) => ({ orderId, statementId: statementOf(visit, 'customer')?.statementId ?? '' });
const taken = { kind: 'payment', tenderedFen: null, reference: null, ...money } as const;
const paid = decidedBy(
  takePayment(signed, { ...ofCustomer(signed), ...taken, amountFen: 18_000 }, testContext('cashier')),
);
const deposited = decidedBy(
  takePayment(ready, { orderId, statementId: null, ...taken, kind: 'deposit' }, testContext('cashier')),
);

/** Each command on a visit on which its guards have nothing to say, so that role and state alone decide. */
const commands: Record<Action, readonly [visit: Visit, decide: (visit: Visit, by: StaffRole) => Tried]> = {
  check_vehicle: [
    ready,
    (visit, by) =>
      checkVehicle(
        visit,
        {
          orderId,
          result: 'pass',
          items: vehicleCheckAnswers,
          failedLines: [],
          oldPartsShown: true,
          kitRemoved: true,
          customerOpinion: null,
        },
        testContext(by),
      ),
  ],
  present_statements: [
    withVehicleCheck(ready),
    (visit, by) => presentStatements(visit, statementInput(visit), testContext(by, { facts: statementFacts })),
  ],
  refuse_safety: [
    declined,
    (visit, by) =>
      refuseSafety(
        visit,
        { orderId, lineId: lineId(2), customerNote: '知道后果', signature: handwriting },
        testContext(by),
      ),
  ],
  sign_statement: [
    stated,
    (visit, by) => {
      const contentHash = visit.statementContents[0]?.contentHash ?? '';
      return signStatement(visit, { ...ofCustomer(visit), contentHash, signature: handwriting }, testContext(by));
    },
  ],
  withdraw_statements: [
    stated,
    (visit, by) => withdrawStatements(visit, { orderId, reason: '金额有误' }, testContext(by)),
  ],
  take_payment: [signed, (visit, by) => takePayment(visit, { ...ofCustomer(visit), ...taken }, testContext(by))],
  refund: [
    deposited,
    (visit, by) => refund(visit, { orderId, statementId: null, ...money, reason: '退订金' }, testContext(by)),
  ],
  approve_credit: [
    insured,
    (visit, by) => {
      const statementId = statementOf(visit, 'insurer')?.statementId ?? '';
      return approveCredit(visit, { orderId, statementId, reason: '月结' }, testContext(by));
    },
  ],
  issue_credit_note: [
    paid,
    (visit, by) => issueCreditNote(visit, { ...ofCustomer(visit), amountFen: 100, reason: '补偿' }, testContext(by)),
  ],
};

const cases = (Object.keys(commands) as Action[]).flatMap((action) =>
  orderStates.flatMap((state) => staffRoleNames.map((role) => [action, state, role] as const)),
);

test.each(cases)('%s on an order that is %s by %s goes as its table says', (action, state, role) => {
  const [visit, decide] = commands[action];
  const { by, from } = settlementActions[action];
  const expected = !(by as readonly string[]).includes(role)
    ? 'forbidden'
    : (from as readonly string[]).includes(state)
      ? 'ok'
      : 'wrong_state';
  const tried = decide({ ...visit, order: { ...visit.order, state } }, role);
  expect(isRefusal(tried) ? tried.code : 'ok').toBe(expected);
});
