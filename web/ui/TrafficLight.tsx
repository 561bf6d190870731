import { valueWordsOf } from '#domain/process/value-words.ts';
import { minutesBetween } from '#domain/kernel/calendar.ts';
import { words, type Words } from '#domain/kernel/words.ts';
import { useNow } from '#web/ui/now.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import type { IconName } from '#web/ui/icon-shapes.ts';
import type { Tone } from '#web/ui/theme.ts';

export type PromiseLight = 'on_time' | 'at_risk' | 'overdue' | 'unpromised';

const looks: Readonly<Record<PromiseLight, { words: Words; tone: Tone; icon: IconName }>> = {
  on_time: { words: valueWordsOf('light', 'green'), tone: 'good', icon: 'check' },
  at_risk: { words: valueWordsOf('light', 'orange'), tone: 'warn', icon: 'warn' },
  overdue: { words: valueWordsOf('light', 'red'), tone: 'bad', icon: 'late' },
  unpromised: { words: words('未约定', 'No promise'), tone: 'neutral', icon: 'clock' },
};

/** How a promise stands: `riskMinutes` before its time it is at risk (the store's `promiseRiskMinutes`). */
export function promiseLight(promisedAt: string | null, now: string, riskMinutes = 30): PromiseLight {
  if (promisedAt === null) return 'unpromised';
  const left = minutesBetween(now, promisedAt);
  if (left < 0 || promisedAt < now) return 'overdue';
  return left < riskMinutes ? 'at_risk' : 'on_time';
}

type Props = { readonly promisedAt: string | null; readonly riskMinutes?: number };

/** Green, orange or red for a promised time, each with its own shape and word. */
export function TrafficLight({ promisedAt, riskMinutes = 30 }: Props) {
  const now = useNow();
  return <StateTag {...looks[promiseLight(promisedAt, now, riskMinutes)]} />;
}

const lights = { green: looks.on_time, orange: looks.at_risk, red: looks.overdue } as const;

/** The light as the server judged it, e.g. for a car that was ready in time. */
export const PromiseLamp = ({ light }: { readonly light: keyof typeof lights | null }) =>
  light === null ? null : <StateTag {...lights[light]} />;
