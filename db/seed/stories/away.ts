import { carReturned } from '#domain/delivery/car-returned.ts';
import { issueTemporaryPass } from '#domain/delivery/issue-temporary-pass.ts';
import { openGate } from '#domain/delivery/open-gate.ts';
import { addMinutes, type Instant } from '#domain/kernel/calendar.ts';
import { known, oneOf } from '#db/seed/engine/world.ts';
import { passFacts } from '#db/seed/stories/deliver.ts';
import { act, keepReading, visitOf, type Going } from '#db/seed/stories/going.ts';

/** The car goes home on a temporary pass until its part is there (R230). */
export function leaveForParts(going: Going, back: Instant): void {
  const { world } = going;
  const { vehicle, order } = visitOf(going);
  const odometerKm = vehicle.odometerKm ?? 0;
  const input = {
    reason: 'parts_awaited' as const,
    collectorName: order.presenterName,
    odometerKm,
    expectedReturnAt: addMinutes(back, 30),
    unsafe: false,
    unsafeNote: null,
    signature: null,
  };
  const facts = passFacts(world);
  act(going, oneOf(world, 'supervisor'), { decide: issueTemporaryPass, input, facts });
  const guard = oneOf(world, 'guard');
  const file = known(world.vehicles, vehicle.vehicleId);
  act(going, guard, { decide: openGate, input: { code: facts.code, odometerKm }, facts: file });
  keepReading(going, guard, { kind: 'out', km: odometerKm, reason: null });
}

/** The car is back, and its order goes on. */
export function comeBack(going: Going): void {
  const { world } = going;
  const { vehicle } = visitOf(going);
  const odometerKm = (vehicle.odometerKm ?? 0) + world.random.int(8, 60);
  const guard = oneOf(world, 'guard');
  const file = known(world.vehicles, vehicle.vehicleId);
  act(going, guard, { decide: carReturned, input: { odometerKm }, facts: file });
  keepReading(going, guard, { kind: 'in', km: odometerKm, reason: null });
}
