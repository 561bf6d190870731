import { minutesBetween, type Instant } from '#domain/kernel/calendar.ts';
import { wheel, wheelSteps, type WheelStep } from '#domain/kernel/wheel.ts';
import type { RecordedAct } from '#domain/repair-order/norms-of.ts';

export type StepOfVisit = {
  readonly step: WheelStep;
  readonly state: 'done' | 'now' | 'ahead';
  /** When the car first reached the step; null when it never stood there. */
  readonly since: Instant | null;
  /** When it last left; null while it stands there. */
  readonly until: Instant | null;
  /** Who did the last thing there. */
  readonly by: string | null;
  /** How long it stood there altogether. */
  readonly minutes: number;
};

type Stay = {
  readonly step: WheelStep;
  readonly from: Instant;
  readonly until: Instant | null;
  readonly by: string | null;
};

/** The twelve steps of one car: where it was, since when, how long, and who acted there last (R001). */
export function wheelOf(acts: readonly RecordedAct[], present: WheelStep, now: Instant): readonly StepOfVisit[] {
  const stays = staysOf(acts);
  return wheelSteps.map((step) => stepOf(step, stays, { present, now }));
}

function stepOf(
  step: WheelStep,
  all: readonly Stay[],
  { present, now }: { present: WheelStep; now: Instant },
): StepOfVisit {
  const stays = all.filter((stay) => stay.step === step);
  const last = stays.at(-1);
  return {
    step,
    state: step === present ? 'now' : wheel[step].number < wheel[present].number ? 'done' : 'ahead',
    since: stays[0]?.from ?? null,
    until: last?.until ?? null,
    by: last?.by ?? null,
    minutes: stays.reduce((sum, stay) => sum + minutesBetween(stay.from, stay.until ?? now), 0),
  };
}

/** One stay for every time that the car reached a step; the act that moves it on is the last of the step it leaves. */
function staysOf(acts: readonly RecordedAct[]): readonly Stay[] {
  const stays: Stay[] = [];
  for (const { at, actorId, step } of acts) {
    const last = stays.pop();
    if (last) stays.push({ ...last, by: actorId ?? last.by, until: step === null ? null : at });
    if (step !== null) stays.push({ step, from: at, until: null, by: last ? null : actorId });
  }
  return stays;
}
