import { loadAggregate } from '#db/aggregate/load.ts';
import { visitShape } from '#db/aggregate/visit-shape.ts';
import type { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import { gateCheck, unknownPass } from '#domain/delivery/gate-check.ts';
import type { gateContracts } from '#domain/delivery/gate.contract.ts';
import { openGate } from '#domain/delivery/open-gate.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { lockVehicle } from '#server/features/customer/customer-files.ts';
import { followDelivery, readAtGate } from '#server/features/delivery/after-gate.ts';
import { orderOfCode } from '#server/features/delivery/delivery.facts.ts';
import { actOnVisit } from '#server/features/repair-order/on-visit.ts';
import type { Call } from '#server/http/call.ts';

type Gate = typeof deliveryContracts.openGate;

/** Opens the gate for a code; what was delivered is followed up in the same transaction. */
export async function openGateByCode(call: Call, input: InputOf<Gate>): Promise<OutputOf<Gate> | Refusal> {
  const found = await orderOfCode(call, input.code);
  if (!found) return refuse('no_gate_pass', { field: 'code' });
  const opening = { ...input, orderId: found.order_id };
  return actOnVisit(call, opening, {
    decide: openGate,
    facts: (_, { order }) => lockVehicle(call, order.vehicleId),
    after: async (_, next, { before, facts }) => {
      const km = next.openings.find(({ passId }) => !before.openings.some((old) => old.passId === passId))?.odometerKm;
      const file = readAtGate(call, facts, { orderId: next.order.orderId, kind: 'out', km: km ?? null });
      if (next.order.state === 'delivered') await followDelivery(call, file, next);
    },
  });
}

type PassView = typeof gateContracts.pass;

/** What the guard sees of a code: green or red with the reason, and nothing of the order. */
export async function checkPassByCode(call: Call, { code }: InputOf<PassView>): Promise<OutputOf<PassView>> {
  const found = await orderOfCode(call, code);
  const visit = found && (await loadAggregate<Visit>(call.tx, visitShape, found.order_id));
  return visit ? gateCheck(visit, code, call) : unknownPass();
}
