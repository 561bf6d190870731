import chineseDays from 'chinese-days';
import { z } from 'zod';
import { without } from '#domain/kernel/problem.ts';

/** An instant as an ISO string in UTC, `2026-11-24T01:30:00.000Z`. */
export type Instant = string;
/** A day of the shop's calendar, `2026-11-24`. */
export type ShopDay = string;
/** A time of day in the shop, `09:30`. */
export type ClockTime = string;

/** The one time zone of a Chinese shop; UTC+8 all year since 1992. */
export const shopZone = 'Asia/Shanghai';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const offsetMs = 8 * hourMs;

/** No car of these days was built before or will be driven after; PostgreSQL and the calendar hold far more on both sides. */
const years = { first: '1900', last: '2199' } as const;
const yearProblem = {
  zh: `年份应在 ${years.first} 至 ${years.last} 之间`,
  en: `The year must lie between ${years.first} and ${years.last}`,
};
const knownYear = (text: string) => (text >= years.first && text < `${years.last}~` ? null : yearProblem);

export const shopDaySchema = z.iso.date().superRefine(without(knownYear));
export const clockTimeSchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '时间应写作 09:30 / Write a time as 09:30');
export const instantSchema = z.iso
  .datetime({ offset: true })
  .overwrite(normalizeInstant)
  .superRefine(without(knownYear));

/** When a customer likes to be called: from–to on any day, on workdays, or on days off (R237, R260). */
export const preferredTimeSchema = z.strictObject({
  from: clockTimeSchema,
  to: clockTimeSchema,
  days: z.enum(['any', 'workdays', 'days_off']),
});
export type PreferredTime = z.infer<typeof preferredTimeSchema>;

/** Any offset brought to UTC with Z; text that is no instant stays as it is, for the schema to refuse. */
function normalizeInstant(text: string): Instant {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? text : new Date(ms).toISOString();
}

const shopClock = (instant: Instant): string => new Date(Date.parse(instant) + offsetMs).toISOString();
const dayNumber = (day: ShopDay): number => Date.parse(`${day}T00:00:00.000Z`) / dayMs;
const dayOf = (number: number): ShopDay => new Date(number * dayMs).toISOString().slice(0, 10);

/** The shop's day at an instant. */
export const shopDay = (instant: Instant): ShopDay => shopClock(instant).slice(0, 10);

/** The shop's time of day at an instant, `09:30`. */
export const shopTime = (instant: Instant): ClockTime => shopClock(instant).slice(11, 16);

/** The instant of a shop day and time of day. */
export function shopDateTime(day: ShopDay, time: ClockTime): Instant {
  return new Date(Date.parse(`${day}T${time}:00.000Z`) - offsetMs).toISOString();
}

/** The instants at which a shop day begins and ends (the end is the next day's beginning). */
export function shopDayRange(day: ShopDay): { from: Instant; until: Instant } {
  return { from: shopDateTime(day, '00:00'), until: shopDateTime(addDays(day, 1), '00:00') };
}

/** The day `count` days later; earlier when negative. */
export const addDays = (day: ShopDay, count: number): ShopDay => dayOf(dayNumber(day) + count);

/** How many days `to` lies after `from`; negative when before. */
export const daysBetween = (from: ShopDay, to: ShopDay): number => dayNumber(to) - dayNumber(from);

/** The same day of the month `count` months later, or that month's last day when it is shorter. */
export function addMonths(day: ShopDay, count: number): ShopDay {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, lastDate))).toISOString().slice(0, 10);
}

/** The instant `minutes` later; earlier when negative. */
export const addMinutes = (instant: Instant, minutes: number): Instant =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

const quarterMs = 15 * 60_000;

/** The instant itself on a full quarter of an hour, else the next one. */
export const nextQuarter = (instant: Instant): Instant =>
  new Date(Math.ceil(Date.parse(instant) / quarterMs) * quarterMs).toISOString();

/** How many whole minutes `to` lies after `from`; negative when before. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  Math.trunc((Date.parse(to) - Date.parse(from)) / 60_000);

/** Day of the week, 1 Monday to 7 Sunday. */
export const weekday = (day: ShopDay): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** Whether people work that day in China: public holidays and make-up workdays count; years not yet announced go by the weekday. */
export const isWorkday = (day: ShopDay): boolean => chineseDays.isWorkday(day);

/** The first workday on or after the day. */
export const workdayOnOrAfter = (day: ShopDay): ShopDay => firstDay(day, isWorkday);

/** The instant of the customer's preferred time on the first fitting day on or after `day`; 10:00 that day when none is known (R260). */
export function atPreferredTime(day: ShopDay, preferred: PreferredTime | null): Instant {
  if (!preferred) return shopDateTime(day, '10:00');
  return shopDateTime(
    firstDay(day, (candidate) => fits(candidate, preferred.days)),
    preferred.from,
  );
}

function fits(day: ShopDay, days: PreferredTime['days']): boolean {
  return days === 'any' || (days === 'workdays') === isWorkday(day);
}

/** No stretch of workdays or of days off in China lasts a month. */
function firstDay(day: ShopDay, wanted: (day: ShopDay) => boolean): ShopDay {
  for (let ahead = 0; ahead < 31; ahead += 1) {
    const candidate = addDays(day, ahead);
    if (wanted(candidate)) return candidate;
  }
  return day;
}
