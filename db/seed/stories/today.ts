import {
  addDays,
  addMinutes,
  isWorkday,
  shopDateTime,
  shopDay,
  shopTime,
  type Instant,
  type ShopDay,
} from '#domain/kernel/calendar.ts';
import type { WarrantyState } from '#domain/estimate/charge-line.ts';
import type { Schedule, Story } from '#db/seed/engine/schedule.ts';
import { known, type World } from '#db/seed/engine/world.ts';
import { book } from '#db/seed/stories/appointments.ts';
import { makePlan } from '#db/seed/stories/make-plan.ts';
import type { Checkpoint, Job } from '#db/seed/stories/plan.ts';
import { visit } from '#db/seed/stories/visit.ts';

type Live = {
  readonly until: Checkpoint;
  /** How many minutes before the demonstration starts the car came. */
  readonly ago: number;
  readonly pace: number;
  /** From the estimate to the promised time. */
  readonly promise: number;
  readonly theme?: string;
  readonly judgement?: WarrantyState;
};

/** Every step of the wheel has a car, and every role something to do; promises lie ahead, near, and behind. */
const inFullSwing: readonly Live[] = [
  { until: 'gone', ago: 330, pace: 0.5, promise: 260 },
  { until: 'gone', ago: 320, pace: 0.5, promise: 240, theme: 'brakes' },
  { until: 'gone', ago: 310, pace: 0.5, promise: 250 },
  { until: 'handed_over', ago: 300, pace: 0.5, promise: 240 },
  { until: 'passed', ago: 300, pace: 0.5, promise: 320, theme: 'tyres' },
  { until: 'paid', ago: 290, pace: 0.5, promise: 300 },
  { until: 'signed', ago: 280, pace: 0.5, promise: 270, theme: 'brakes' },
  { until: 'stated', ago: 270, pace: 0.5, promise: 300 },
  { until: 'checked', ago: 265, pace: 0.5, promise: 255 },
  { until: 'told', ago: 260, pace: 0.5, promise: 290 },
  { until: 'internally_checked', ago: 240, pace: 0.5, promise: 180, theme: 'chassis' },
  { until: 'parked', ago: 220, pace: 0.5, promise: 235 },
  { until: 'washing', ago: 205, pace: 0.5, promise: 225, theme: 'tyres' },
  { until: 'inspected', ago: 200, pace: 0.5, promise: 215, theme: 'brakes' },
  { until: 'leader_checked', ago: 190, pace: 0.6, promise: 240 },
  { until: 'self_checked', ago: 170, pace: 0.6, promise: 160, theme: 'cooling_air' },
  { until: 'paused', ago: 150, pace: 0.7, promise: 200, theme: 'chassis' },
  { until: 'parts_missing', ago: 180, pace: 0.7, promise: 120, theme: 'parts_missing' },
  { until: 'working', ago: 160, pace: 0.9, promise: 1500, theme: 'body_paint' },
  { until: 'working', ago: 90, pace: 0.8, promise: 120, theme: 'brakes' },
  { until: 'working', ago: 80, pace: 0.8, promise: 60 },
  { until: 'working', ago: 85, pace: 0.8, promise: 200, theme: 'diagnosis_only' },
  { until: 'dispatched', ago: 75, pace: 0.8, promise: 180 },
  { until: 'handed', ago: 65, pace: 0.8, promise: 160, theme: 'tyres' },
  { until: 'decided', ago: 55, pace: 0.8, promise: 150 },
  { until: 'presented', ago: 45, pace: 0.8, promise: 170, theme: 'brakes' },
  { until: 'drafting', ago: 35, pace: 0.8, promise: 180 },
  { until: 'drafting', ago: 60, pace: 0.8, promise: 180, theme: 'warranty', judgement: 'pending_manufacturer' },
  { until: 'drafting', ago: 50, pace: 0.8, promise: 180, theme: 'warranty', judgement: 'pending_diagnosis' },
  { until: 'form_handed', ago: 28, pace: 0.8, promise: 180, theme: 'chassis' },
  { until: 'form_open', ago: 12, pace: 1, promise: 180 },
  { until: 'received', ago: 4, pace: 1, promise: 180 },
];

/** Cars that are kept for today, so that none is in the shop already. */
export const keptForToday = (world: World): readonly string[] => [...world.vehicles.keys()].slice(0, 60);

/** When the demonstration starts, and every how many of the cars come. */
export type Today = { readonly now: Instant; readonly share: number };

/** The cars of today, and those that are booked for today and the days after. */
export function scheduleToday(world: World, schedule: Schedule, { now, share }: Today): void {
  const kept = [...keptForToday(world)];
  const usual = (vehicleId: string) => !known(world.vehicles, vehicleId).vehicle.powerType.startsWith('battery');
  const take = (fits: (vehicleId: string) => boolean): string => {
    const index = kept.findIndex(fits);
    return kept.splice(Math.max(0, index), 1)[0] ?? '';
  };
  inFullSwing
    .filter((_, index) => index % share === 0)
    .forEach((live, index) => {
      const vehicleId = take(usual);
      schedule.add(addMinutes(now, -live.ago), comes(world, vehicleId, { ...live, booked: index % 3 === 0 }));
    });
  schedule.add(addMinutes(now, -400), bookAhead(world, { now, take: () => take(() => true), share }));
}

function* comes(world: World, vehicleId: string, live: Live & { readonly booked: boolean }): Story {
  const { until, pace, promise, theme = 'oil_service', judgement } = live;
  const startsAt = quarterAfter(world.now);
  const appointmentId = live.booked && inHours(startsAt) ? book(world, { vehicleId, startsAt }) : null;
  const plan = makePlan(world, vehicleId, { theme: theme === 'parts_missing' ? 'chassis' : theme });
  const usualJobs = theme === 'parts_missing' ? [dearJob(world)] : plan.jobs;
  const jobs = judgement ? usualJobs.map((job) => ({ ...job, judgement })) : usualJobs;
  const usual = { choice: 'accept', ending: 'usual', rework: false, otherCollector: false, addOn: null } as const;
  const now = { until, live: true, pace, promiseMinutes: promise, wash: true, payment: 'wechat' } as const;
  const { advisorId = null } = appointmentId ? known(world.appointments, appointmentId).appointment : {};
  const advisor = world.staff.find(({ staffId }) => staffId === advisorId);
  const booked = appointmentId ? { appointmentId } : {};
  yield* visit(world, { plan: { ...plan, ...usual, ...now, ...booked, jobs }, ...(advisor ? { advisor } : {}) });
}

const inHours = (at: Instant): boolean => shopTime(at) >= '08:00' && shopTime(at) < '19:00';

/** The next quarter of an hour: tags stand on the board's lines. */
function quarterAfter(at: Instant): Instant {
  const minutes = Number(shopTime(at).slice(3));
  return shopDateTime(shopDay(addMinutes(at, 15 - (minutes % 15))), shopTime(addMinutes(at, 15 - (minutes % 15))));
}

/** A job that needs more than lies on the shelf. */
function dearJob(world: World): Job {
  const lying = ['VW', 'TY', 'HD', 'NS', 'BY'].map(
    (make) => world.stock.get(world.parts.get(`${make}-3001`)?.partId ?? '')?.onHandMilli ?? 0,
  );
  return { operation: 'CH05', parts: [[3001, Math.max(...lying) + 1000]], reason: '前减震器漏油' };
}

type Ahead = { readonly now: Instant; readonly take: () => string; readonly share: number };

/** Tags on the board: today before and after now, and the next workdays. */
function* bookAhead(world: World, { now, take, share }: Ahead): Story {
  const today = shopDay(now);
  const late = quarterAfter(addMinutes(now, -40));
  const hours = ['09:30', '10:00', '11:00', '13:30', '14:00', '14:30', '15:30', '16:00', '16:30', '17:30', '18:00'];
  const ahead = hours.map((time) => shopDateTime(today, time)).filter((at, index) => at > now && index % share === 0);
  for (const startsAt of [late, ...ahead].filter(inHours)) book(world, { vehicleId: take(), startsAt });
  for (const day of nextWorkdays(today, 3)) {
    for (const time of ['09:00', '10:00', '14:00', '15:00'].filter((_, at) => at % share === 0))
      book(world, { vehicleId: take(), startsAt: shopDateTime(day, time), confirmed: time !== '15:00' });
  }
  yield addMinutes(world.now, 1);
}

function nextWorkdays(today: ShopDay, count: number): ShopDay[] {
  const days: ShopDay[] = [];
  for (let day = addDays(today, 1); days.length < count; day = addDays(day, 1)) if (isWorkday(day)) days.push(day);
  return days;
}
