import {
  addDays,
  addMinutes,
  daysBetween,
  isWorkday,
  shopDateTime,
  shopDay,
  type ShopDay,
} from '#domain/kernel/calendar.ts';
import type { Schedule, Story } from '#db/seed/engine/schedule.ts';
import type { World } from '#db/seed/engine/world.ts';
import { anchor } from '#db/seed/stories/anchors.ts';
import { booked } from '#db/seed/stories/appointments.ts';
import { completeFiles } from '#db/seed/stories/around.ts';
import { invite, makeCalls } from '#db/seed/stories/calls.ts';
import { handleComplaints } from '#db/seed/stories/complaints.ts';
import { makePlan } from '#db/seed/stories/make-plan.ts';
import type { VisitPlan } from '#db/seed/stories/plan.ts';
import { receiveGoods } from '#db/seed/stories/stock.ts';
import { keptForToday } from '#db/seed/stories/today.ts';
import { visit } from '#db/seed/stories/visit.ts';

export type Busy = { readonly min: number; readonly max: number };

/** Every workday from the opening to yesterday: cars come through the day, goods in the morning, files at night. */
export function scheduleHistory(
  world: World,
  schedule: Schedule,
  at: { readonly today: ShopDay; readonly busy: Busy },
): void {
  const first = shopDay(world.now);
  for (let day = first; daysBetween(day, at.today) > 0; day = addDays(day, 1)) {
    if (!isWorkday(day)) continue;
    schedule.add(shopDateTime(day, '08:00'), morning(world));
    schedule.add(shopDateTime(day, '19:00'), evening(world));
    schedule.add(shopDateTime(day, '10:40'), calls(world));
    schedule.add(shopDateTime(day, '16:10'), calls(world));
    scheduleCars(world, schedule, { day, busy: at.busy, soon: daysBetween(day, at.today) <= 10 });
  }
}

type Day = { readonly day: ShopDay; readonly busy: Busy; readonly soon: boolean };

const halfHour = (at: string): string => new Date(Math.floor(Date.parse(at) / 1_800_000) * 1_800_000).toISOString();

function scheduleCars(world: World, schedule: Schedule, { day, busy, soon }: Day): void {
  const { random } = world;
  const cars = random.int(busy.min, busy.max);
  const kept = new Set(soon ? keptForToday(world) : []);
  const vehicles = [...world.vehicles.keys()].filter((vehicleId) => !kept.has(vehicleId));
  for (let index = 0; index < cars; index += 1) {
    const at = addMinutes(shopDateTime(day, '08:15'), Math.round(((index + random.next()) * 9 * 60) / cars));
    const vehicleId = random.pick(vehicles);
    if (random.chance(0.35))
      schedule.add(addMinutes(at, -22 * 60), booked(world, { vehicleId, startsAt: halfHour(at) }));
    else schedule.add(at, comes(world, vehicleId));
  }
}

/** The plan is made when the car comes: by then its file says more. */
function* comes(world: World, vehicleId: string): Story {
  const plan = makePlan(world, vehicleId);
  yield* visit(world, { plan: world.random.chance(0.02) ? asComeback(world, plan) : plan });
}

/** What fell below its minimum is delivered in the morning. */
function* morning(world: World): Story {
  const goods = [...world.parts.values()].flatMap(({ partId, minimumMilli }) => {
    const stock = world.stock.get(partId);
    const short = stock && stock.onHandMilli - stock.reservedMilli < minimumMilli && stock.onHandMilli > 0;
    return short ? [{ partId, qtyMilli: Math.max(minimumMilli * 2, 1000) }] : [];
  });
  if (goods.length > 0) receiveGoods(world, '厂家配件中心', goods.slice(0, 25));
  yield addMinutes(world.now, 1);
}

function* calls(world: World): Story {
  makeCalls(world);
  yield addMinutes(world.now, 1);
}

function* evening(world: World): Story {
  completeFiles(world);
  handleComplaints(world);
  invite(world);
  anchor(world);
  yield addMinutes(world.now, 1);
}

/** The same fault again: done anew at the shop's own cost. */
function asComeback(world: World, plan: VisitPlan): VisitPlan {
  const last = [...world.visits.values()].findLast(
    ({ order }) => order.vehicleId === plan.vehicleId && order.state === 'delivered',
  );
  if (!last) return plan;
  const jobs = plan.jobs.map((job) => ({ ...job, payer: 'internal' as const }));
  const comeback = { kind: 'comeback', comebackOf: last.order.orderId, addOn: null } as const;
  return { ...plan, ...comeback, jobs, complaint: '上次维修后故障再次出现。' };
}
