import type { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { change, decided, type Visit } from '#domain/repair-order/visit.ts';

type Input = InputOf<typeof deliveryContracts.voidPass>;

/** Takes back a pass that was not used. */
export const voidPass: Decide<Visit, Input, VisitChanged> = (visit, { passId, reason }, context) => {
  const refusal = checkVisitAction(visit, 'void_pass', context);
  if (refusal) return refusal;
  const pass = visit.passes.find((each) => each.passId === passId && each.state === 'issued');
  if (!pass) return refuse('no_gate_pass', { field: 'passId' });
  const next = change(visit, 'passes', pass, { state: 'void', voidedAt: context.now, voidReason: reason });
  return decided(next, { action: 'void_pass', payload: { passId } }, visitAnswer(next, passId));
};
