import { addMinutes, shopDateTime, shopDay, type Instant } from '#domain/kernel/calendar.ts';
import { finalInspect } from '#domain/quality/final-inspect.ts';
import { itemsToCheck } from '#domain/quality/check-items.ts';
import { isBigJob, isInPeak } from '#domain/quality/off-peak.ts';
import { park, returnCustody, startWash, tellReady, wash } from '#domain/quality/return-car.ts';
import { internalCheck } from '#domain/quality/internal-check.ts';
import { performedLines } from '#domain/repair-order/visit.rules.ts';
import type { Story } from '#db/seed/engine/schedule.ts';
import { known, oneOf } from '#db/seed/engine/world.ts';
import { act, keepReading, pause, signature, simply, stopsAt, visitOf, type Going } from '#db/seed/stories/going.ts';
import { good, work } from '#db/seed/stories/workshop.ts';

/** Final inspection, wash, parking, key and papers back, the advisor's own check, the call (R183–R210). */
export function* finish(going: Going): Story {
  yield* pause(going, 6);
  if (going.plan.rework) {
    inspect(going, true);
    yield* pause(going, 5);
    yield* work(going);
    yield* pause(going, 5);
  }
  inspect(going, false);
  if (stopsAt(going, 'inspected')) return;
  yield* parked(going);
  if (stopsAt(going, 'parked')) return;
  yield* pause(going, 5);
  const items = itemsToCheck('internal_check').map((item) => ({ item, result: 'pass' as const }));
  act(going, going.advisor, {
    decide: internalCheck,
    input: { result: 'pass', items, failedLines: [], jointDrive: null, note: null },
    facts: { vehicle: null },
  });
  yield* pause(going, 3);
  if (stopsAt(going, 'internally_checked')) return;
  call(going);
  yield* pause(going, going.plan.waits ? 5 : going.world.random.int(20, 70));
}

/** The road test shows its kilometres; a failure names its line (R184, R188). */
function inspect(going: Going, fails: boolean): void {
  const { world } = going;
  const inspector = oneOf(world, 'inspector');
  const visit = visitOf(going);
  const lines = performedLines(visit);
  const fromKm = visit.vehicle.odometerKm ?? 0;
  const toKm = fromKm + world.random.int(2, 6);
  const failedLines = fails
    ? lines
        .filter(({ workState }) => workState === 'leader_checked')
        .slice(0, 1)
        .map(({ lineId }) => ({ lineId, reason: '试车仍有轻微异响' }))
    : [];
  const input = {
    result: fails ? ('fail' as const) : ('pass' as const),
    items: good('final_inspection', lines),
    failedLines,
    roadTest: { fromKm, toKm },
    note: null,
    signature: signature(world, inspector.name),
  };
  act(going, inspector, {
    decide: finalInspect,
    input,
    facts: { vehicle: known(world.vehicles, visit.vehicle.vehicleId) },
  });
  keepReading(going, inspector, { kind: 'road_test', km: toKm, reason: null });
}

function* parked(going: Going): Story {
  const { world, advisor } = going;
  const washer = oneOf(world, 'washer');
  yield* pause(going, 3);
  if (visitOf(going).order.washWanted) {
    simply(going, washer, { decide: startWash, input: {} });
    if (stopsAt(going, 'washing')) return;
    yield* pause(going, 12);
    simply(going, washer, { decide: wash, input: { items: good('wash_check', []), note: null } });
  }
  const place = `竣工区 ${world.random.pick(['C', 'D'])}${world.random.int(1, 9)}`;
  simply(going, washer, { decide: park, input: { place } });
  yield* pause(going, 3);
  const supervisor = oneOf(world, 'supervisor');
  const input = { toStaffId: advisor.staffId, notes: null };
  act(going, supervisor, { decide: returnCustody, input, facts: { receiverKnown: true } });
}

function call(going: Going): void {
  const { world, plan, advisor } = going;
  const channel = plan.waits ? ('face_to_face' as const) : ('phone' as const);
  const pickUpAt = offPeak(going, addMinutes(world.now, plan.waits ? 5 : 60));
  const said = '车辆已完工并通过检验，请您来店验车取车。';
  simply(going, advisor, { decide: tellReady, input: { channel, said, reached: true, pickUpAt } });
}

/** Big repairs are fetched after the peak (R211). */
function offPeak(going: Going, at: Instant): Instant {
  const { peakHours } = going.world.settings;
  const avoids = peakHours !== null && isBigJob(visitOf(going)) && isInPeak(at, peakHours);
  return avoids ? shopDateTime(shopDay(at), peakHours.until) : at;
}
