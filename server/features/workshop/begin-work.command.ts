import type { z } from 'zod';
import type { Contract } from '#domain/kernel/contract.ts';
import { staffIdOf, type Decide } from '#domain/kernel/decision.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import type { VisitChanged } from '#domain/repair-order/visit.contract.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import type { Hands } from '#domain/workshop/punches.ts';
import { leaveForOther, type BeginFacts } from '#domain/workshop/start-work.ts';
import { giveWay } from '#server/features/dispatch/push-plans.ts';
import { actOnVisit, lockVisit, saveVisit } from '#server/features/repair-order/on-visit.ts';
import { bind, type Binding } from '#server/http/bind.ts';
import type { Call } from '#server/http/call.ts';

type OnVisit = { readonly orderId: string };

/**
 * Binds a command by which a technician begins or goes on: what the same hands did until now is paused first, on whichever
 * order that was. Both orders are locked in the order of their ids.
 */
export function onBeginning<I extends z.ZodObject<z.ZodRawShape>, O extends z.ZodType>(
  contract: Contract<I, O>,
  decide: Decide<Visit, z.output<I>, VisitChanged, BeginFacts>,
): Binding {
  return bind(contract as Contract<I, z.ZodType<VisitChanged, VisitChanged>>, (call, input) =>
    begin(call, input as z.output<I> & OnVisit, decide),
  );
}

async function begin<Input extends OnVisit>(
  call: Call,
  input: Input,
  decide: Decide<Visit, Input, VisitChanged, BeginFacts>,
): Promise<VisitChanged | Refusal> {
  const { hands, orderId } = await handsOf(call, staffIdOf(call.actor));
  const other = orderId === input.orderId ? null : orderId;
  const first = other !== null && other < input.orderId ? await lockVisit(call, other) : null;
  return actOnVisit<Input, VisitChanged, BeginFacts>(call, input, {
    decide,
    facts: async () => {
      const left = first ?? (other === null ? null : await lockVisit(call, other));
      if (left !== null && !isRefusal(left)) await leave(call, left, hands);
      return { slot: hands.slot };
    },
    after: (_, next, { before }) => giveWay(call, before, next),
  });
}

/** A refusal afterwards takes the pause back with all the rest. */
async function leave(call: Call, visit: Visit, hands: Hands): Promise<void> {
  const decision = leaveForOther(visit, hands, call.now);
  if (decision) saveVisit(call, visit, decision);
}

type Busy = { readonly hands: Hands; readonly orderId: string | null };

/** The first free pair of hands, or the one that has been at its work longest, with the order of that work. */
async function handsOf({ tx, actor }: Call, technicianId: string): Promise<Busy> {
  const { slots } = await tx
    .selectFrom('staff')
    .select('slots')
    .where('store_id', '=', actor.storeId)
    .where('staff_id', '=', technicianId)
    .executeTakeFirstOrThrow();
  const open = await tx
    .selectFrom('punch')
    .select(['slot', 'order_id as orderId'])
    .where('store_id', '=', actor.storeId)
    .where('technician_id', '=', technicianId)
    .where('ended_at', 'is', null)
    .orderBy('started_at')
    .execute();
  const all = Array.from({ length: slots }, (_, index) => index + 1);
  const free = all.find((slot) => !open.some((punch) => punch.slot === slot));
  const [longest] = open;
  if (free !== undefined || !longest) return { hands: { technicianId, slot: free ?? 1 }, orderId: null };
  return { hands: { technicianId, slot: longest.slot }, orderId: longest.orderId };
}
