import type { InputOf } from '#domain/kernel/contract.ts';
import { staffIdOrNull, type Context, type Decide } from '#domain/kernel/decision.ts';
import { formatYuan } from '#domain/kernel/money.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, decided, type Visit } from '#domain/repair-order/visit.ts';
import { dueFen, statementOf } from '#domain/repair-order/visit.rules.ts';
import type { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { closeIfPaid, findStatement } from '#domain/settlement/settlement.money.ts';

type Input = InputOf<typeof settlementContracts.takePayment>;

/** Money taken: a deposit before the statement is signed, or a payment on it; for cash the change is worked out (R240, R241). */
export const takePayment: Decide<Visit, Input, VisitChanged> = (visit, input, context) => {
  const { kind, statementId, method, amountFen } = input;
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'take_payment', context),
    () => (kind === 'deposit' ? checkDeposit(visit, input) : checkDue(visit, input)),
    () => checkTendered(input),
  );
  if (refusal) return refusal;
  const paymentId = context.newId();
  const taken = add(visit, 'payments', paymentRow(input, paymentId, context));
  const next = statementId === null ? taken : allocate(taken, { paymentId, statementId, amountFen, now: context.now });
  return decided(
    next,
    { action: 'take_payment', payload: { paymentId, kind, statementId, method, amountFen } },
    visitAnswer(next, paymentId),
  );
};

function checkDeposit(visit: Visit, { statementId }: Input): Refusal | null {
  const signed = statementOf(visit, 'customer')?.signedAt;
  return signed || statementId !== null ? refuse('statement_open', { field: 'kind' }) : null;
}

function checkDue(visit: Visit, { statementId, amountFen }: Input): Refusal | null {
  const statement = statementId === null ? null : findStatement(visit, statementId);
  if (!statement) return refuse('statement_missing', { field: 'statementId' });
  if (statement.payer === 'customer' && statement.state === 'presented') return refuse('statement_unsigned');
  const due = dueFen(visit, statement.statementId);
  return amountFen > due
    ? refuse('payment_above_due', { field: 'amountFen', values: { due: formatYuan(Math.max(0, due)) } })
    : null;
}

function checkTendered({ method, tenderedFen, amountFen }: Input): Refusal | null {
  const short = method === 'cash' && tenderedFen !== null && tenderedFen < amountFen;
  return short ? refuse('tendered_short', { field: 'tenderedFen' }) : null;
}

/** Only cash has change to give back. */
function paymentRow(input: Input, paymentId: string, { actor, now }: Context): Visit['payments'][number] {
  const { kind, method, amountFen, reference } = input;
  const tenderedFen = method === 'cash' ? (input.tenderedFen ?? amountFen) : null;
  const changeFen = tenderedFen === null ? 0 : tenderedFen - amountFen;
  const taken = { takenBy: staffIdOrNull(actor), takenAt: now };
  return { paymentId, kind, method, amountFen, tenderedFen, changeFen, reference, reason: null, ...taken };
}

type Allocating = {
  readonly paymentId: string;
  readonly statementId: string;
  readonly amountFen: number;
  readonly now: string;
};

function allocate(visit: Visit, { paymentId, statementId, amountFen, now }: Allocating): Visit {
  const allocated = add(visit, 'allocations', { paymentId, statementId, amountFen, allocatedAt: now });
  return closeIfPaid(allocated, statementId);
}
