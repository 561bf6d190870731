import { daysBetween, minutesBetween, shopDay, shopTime, weekday } from '#domain/kernel/calendar.ts';
import { fill, words, type Words } from '#domain/kernel/words.ts';
import { useT } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';

const dayNames: readonly Words[] = [
  words('周一', 'Mon'),
  words('周二', 'Tue'),
  words('周三', 'Wed'),
  words('周四', 'Thu'),
  words('周五', 'Fri'),
  words('周六', 'Sat'),
  words('周日', 'Sun'),
];
const near: Readonly<Record<number, Words>> = {
  0: words('', ''),
  1: words('明天 ', 'tomorrow '),
  '-1': words('昨天 ', 'yesterday '),
};

/** The shop's day and time as people say it: 14:05, 明天 09:30, 11-28 周六 10:00, 2025-03-02 10:00. */
export function calendarWords(at: string, now: string): Words {
  const days = daysBetween(shopDay(now), shopDay(at));
  const time = shopTime(at);
  const said = near[days];
  if (said) return words(`${said.zh}${time}`, `${said.en}${time}`);
  const sameYear = shopDay(now).slice(0, 4) === shopDay(at).slice(0, 4);
  const name = dayNames[weekday(shopDay(at)) - 1] ?? words('', '');
  if (!sameYear) return words(`${shopDay(at)} ${time}`, `${shopDay(at)} ${time}`);
  const day = shopDay(at).slice(5);
  return words(`${day} ${name.zh} ${time}`, `${day} ${name.en} ${time}`);
}

const lengths = {
  minutes: words('{count} 分钟', '{count} min'),
  hours: words('{count} 小时', '{count} h'),
  days: words('{count} 天', '{count} d'),
} as const;

/** A stretch of minutes in its largest fitting unit: 45 分钟, 3 小时, 2 天. */
export function durationWords(minutes: number): Words {
  const size = Math.abs(minutes);
  if (size < 60) return fill(lengths.minutes, { count: size });
  if (size < 48 * 60) return fill(lengths.hours, { count: Math.round(size / 6) / 10 });
  return fill(lengths.days, { count: Math.round(size / (24 * 60)) });
}

const before = words('{length}前', '{length} ago');
const ahead = words('{length}后', 'in {length}');
const justNow = words('刚刚', 'just now');

/** How long ago or ahead. */
export function relativeWords(at: string, now: string): Words {
  const minutes = minutesBetween(now, at);
  if (minutes === 0) return justNow;
  const length = durationWords(minutes);
  const frame = minutes < 0 ? before : ahead;
  return { zh: fill(frame, { length: length.zh }).zh, en: fill(frame, { length: length.en }).en };
}

type Props = { readonly at: string | null; readonly as?: 'calendar' | 'relative' | 'both' | 'time' };

/** A time in the shop's zone; the full date stands in its title. A dash for none. */
export function When({ at, as = 'calendar' }: Props) {
  const t = useT();
  const now = useNow();
  if (at === null) return <span aria-hidden>—</span>;
  const calendar = as === 'time' ? shopTime(at) : t(calendarWords(at, now));
  const relative = t(relativeWords(at, now));
  const shown = { calendar, time: calendar, relative, both: `${calendar} · ${relative}` }[as];
  return (
    <time dateTime={at} title={`${shopDay(at)} ${shopTime(at)}`} className="figures">
      {shown}
    </time>
  );
}

/** How long something has lasted, in words of minutes, hours or days. */
export function Since({ at }: { readonly at: string }) {
  const t = useT();
  const now = useNow();
  return (
    <time dateTime={at} title={`${shopDay(at)} ${shopTime(at)}`} className="figures">
      {t(durationWords(minutesBetween(at, now)))}
    </time>
  );
}
