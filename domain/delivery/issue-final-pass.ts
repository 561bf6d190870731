import { findCollector } from '#domain/delivery/collector.ts';
import type { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import { deliveryGuards } from '#domain/delivery/delivery.guards.ts';
import { passRow, type PassFacts } from '#domain/delivery/pass-row.ts';
import { voidExpired } from '#domain/delivery/passes.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { isRefusal, firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, decided, type Visit } from '#domain/repair-order/visit.ts';
import { isNothingDone } from '#domain/settlement/settlement.guards.ts';

type Input = InputOf<typeof deliveryContracts.issueFinalPass>;
export type FinalPassFacts = PassFacts & {
  /** Number of another order of this car that is not delivered; null when there is none. */
  readonly otherOrderNo: string | null;
};

/** The pass that lets the car out for good, once inspected, signed and settled; it checks every open order of the car (R230, R240). */
export const issueFinalPass: Decide<Visit, Input, VisitChanged, FinalPassFacts> = (visit, input, context) => {
  const { otherOrderNo } = context.facts;
  const collectorName = collectorNameOf(visit, input.collectorId);
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'issue_final_pass', { ...context, guard: deliveryGuards.issue_final_pass }),
    () => (otherOrderNo === null ? null : refuse('other_order_open', { values: { orderNo: otherOrderNo } })),
    () => (isRefusal(collectorName) ? collectorName : null),
  );
  if (refusal) return refusal;
  if (isRefusal(collectorName)) return collectorName;
  const reason = isNothingDone(visit) ? 'nothing_done' : 'delivered';
  const pass = { ...passRow(context), kind: 'final' as const, reason, collectorName } as const;
  const next = add(voidExpired(visit, context.now), 'passes', pass);
  const { passId } = pass;
  return decided(next, { action: 'issue_final_pass', payload: { passId, reason } }, visitAnswer(next, passId));
};

function collectorNameOf(visit: Visit, collectorId: string | null): string | Refusal {
  if (collectorId === null) return visit.order.presenterName;
  return findCollector(visit, collectorId)?.name ?? refuse('collector_not_authorized', { field: 'collectorId' });
}
