import { shopDay, type Instant } from '#domain/kernel/calendar.ts';
import { Schedule } from '#db/seed/engine/schedule.ts';
import type { World } from '#db/seed/engine/world.ts';
import { scheduleHistory, type Busy } from '#db/seed/stories/history.ts';

/** Lets a store work from its opening until now. */
export function runStore(world: World, { now, busy }: { readonly now: Instant; readonly busy: Busy }): void {
  const schedule = new Schedule(world);
  scheduleHistory(world, schedule, { today: shopDay(now), busy });
  schedule.runUntil(now);
}
