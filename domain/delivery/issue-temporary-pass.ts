import { isOwnCollector } from '#domain/delivery/collector.ts';
import type { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import { deliveryGuards } from '#domain/delivery/delivery.guards.ts';
import { passRow, type PassFacts } from '#domain/delivery/pass-row.ts';
import { voidExpired } from '#domain/delivery/passes.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { sign } from '#domain/repair-order/sign.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, decided, type Visit } from '#domain/repair-order/visit.ts';

type Input = InputOf<typeof deliveryContracts.issueTemporaryPass>;

/** A pass out and back: road test, sublet, parts awaited or the customer's need, with who approved it and the return (R230). */
export const issueTemporaryPass: Decide<Visit, Input, VisitChanged, PassFacts> = (visit, input, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'issue_temporary_pass', { ...context, guard: deliveryGuards.issue_temporary_pass }),
    () => checkDriver(visit, input),
    () => (input.expectedReturnAt > context.now ? null : refuse('return_in_past', { field: 'expectedReturnAt' })),
    () => checkOdometer(visit.vehicle.odometerKm, input.odometerKm),
    () => (input.unsafe && !(input.unsafeNote && input.signature) ? refuse('unsafe_note_missing') : null),
  );
  if (refusal) return refusal;
  const noted = signNote(visit, input, context);
  if (isRefusal(noted)) return noted;
  const { reason, collectorName, odometerKm, expectedReturnAt, unsafe } = input;
  const unsafeNote = unsafe ? input.unsafeNote : null;
  const going = { reason, collectorName, odometerKm, expectedReturnAt, unsafe, unsafeNote };
  const pass = { ...passRow(context), ...going, kind: 'temporary' as const, signatureId: noted.signatureId };
  const next = add(voidExpired(noted.visit, context.now), 'passes', pass);
  const { passId } = pass;
  const noteHash = unsafeNote === null ? null : context.sha256(unsafeNote);
  const payload = { passId, reason, odometerKm, expectedReturnAt, unsafe, noteHash, strokesHash: noted.strokesHash };
  return decided(next, { action: 'issue_temporary_pass', payload }, visitAnswer(next, passId));
};

/** On a road test or to a supplier staff drive; for itself the customer's side must be known or authorized. */
function checkDriver(visit: Visit, { reason, collectorName }: Input): Refusal | null {
  if (reason === 'road_test' || reason === 'sublet') return null;
  const known = visit.collectors.some(({ name, usedAt }) => name === collectorName && usedAt === null);
  if (known || isOwnCollector(visit, collectorName)) return null;
  return refuse('collector_not_authorized', { field: 'collectorName' });
}

/** The odometer only goes on. */
const checkOdometer = (last: number | null, km: number): Refusal | null =>
  last !== null && km < last ? refuse('odometer_backwards', { field: 'odometerKm', values: { last } }) : null;

/** An unsafe car leaves on the customer's signed note alone. */
function signNote(visit: Visit, { unsafe, signature }: Input, context: Context<PassFacts>) {
  if (!unsafe || !signature) return { visit, signatureId: null, strokesHash: null };
  return sign(visit, signature, { purpose: 'unsafe_note', context });
}
