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
import { completeFiles } from '#db/seed/stories/around.ts';
import { makePlan } from '#db/seed/stories/make-plan.ts';
import { receiveGoods } from '#db/seed/stories/stock.ts';
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
    const last = daysBetween(day, at.today) === 1;
    scheduleCars(world, schedule, { day, busy: last ? { min: 4, max: 5 } : at.busy });
  }
}

type Day = { readonly day: ShopDay; readonly busy: Busy };

function scheduleCars(world: World, schedule: Schedule, { day, busy }: Day): void {
  const { random } = world;
  const cars = random.int(busy.min, busy.max);
  const vehicles = [...world.vehicles.keys()];
  for (let index = 0; index < cars; index += 1) {
    const at = addMinutes(shopDateTime(day, '08:15'), Math.round(((index + random.next()) * 9 * 60) / cars));
    schedule.add(at, comes(world, random.pick(vehicles)));
  }
}

/** The plan is made when the car comes: by then its file says more. */
function* comes(world: World, vehicleId: string): Story {
  yield* visit(world, { plan: makePlan(world, vehicleId) });
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

function* evening(world: World): Story {
  completeFiles(world);
  yield addMinutes(world.now, 1);
}
