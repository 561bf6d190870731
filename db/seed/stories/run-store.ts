import { shopDay, type Instant } from '#domain/kernel/calendar.ts';
import { Schedule } from '#db/seed/engine/schedule.ts';
import type { World } from '#db/seed/engine/world.ts';
import { showEveryState } from '#db/seed/stories/complaints.ts';
import { scheduleHistory, type Busy } from '#db/seed/stories/history.ts';
import { receptionDay } from '#db/seed/stories/reception-day.ts';
import { scheduleToday } from '#db/seed/stories/today.ts';

/** Until when, how busy, and every how many of the cars of today come. */
type Running = { readonly now: Instant; readonly busy: Busy; readonly share: number };

/** Lets a store work from its opening until now. */
export function runStore(world: World, { now, busy, share }: Running): void {
  const schedule = new Schedule(world);
  scheduleHistory(world, schedule, { today: shopDay(now), busy });
  scheduleToday(world, schedule, { now, share });
  schedule.runUntil(now);
  showEveryState(world);
  receptionDay(world, now);
}
