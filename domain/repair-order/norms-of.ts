import { wheel, type WheelStep } from '#domain/kernel/wheel.ts';
import { normKeys, norms, type NormKey } from '#domain/repair-order/norms.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

/** One row of a visit's record, as far as norms and wheel read it. */
export type RecordedAct = {
  readonly action: string;
  readonly actorId: string | null;
  readonly at: string;
  /** The step that the car reached by this act; null when it stayed where it was. */
  readonly step: WheelStep | null;
};

export type NormOfVisit = {
  readonly key: NormKey;
  /** The car is at or past the norm's step, and the visit calls for it. */
  readonly due: boolean;
  readonly doneAt: string | null;
  readonly doneBy: string | null;
};

const isDiagnosed = ({ lines }: Visit): boolean =>
  lines.some(({ kind, removedAt }) => kind === 'diagnosis' && removedAt === null);

/** Never serviced before, and somebody else than the customer pays for work: the first free service (R234). */
const isFirstFreeService = ({ vehicle, lines }: Visit): boolean =>
  vehicle.lastServiceOn === null &&
  lines.some(({ kind, payer, grantId }) => kind === 'labour' && payer !== 'customer' && grantId !== null);

/** Norms that some visits alone call for. */
const situations: Partial<Record<NormKey, (visit: Visit) => boolean>> = {
  inspection_explained: isDiagnosed,
  inspection_time_told: isDiagnosed,
  report_explained: ({ findings }) => findings.length > 0,
  /** A road test is taken where it is needed: whoever took one says so. */
  symptom_driven: ({ ticks }) => ticks.some(({ item }) => item === 'symptom_driven'),
  wash_started: ({ order }) => order.washWanted === true,
  booklet_explained: ({ entrusted }) => entrusted.some(({ kind }) => kind === 'service_booklet'),
  first_service_explained: isFirstFreeService,
};

/** For every norm: whether it is due by the present step, and who did it when (process rule 10). The first time counts. */
export function normsOf(visit: Visit, acts: readonly RecordedAct[]): readonly NormOfVisit[] {
  const reached = wheel[visit.order.step].number;
  return normKeys.map((key) => {
    const { step, evidence } = norms[key];
    const due = wheel[step].number <= reached && (situations[key]?.(visit) ?? true);
    return { key, due, ...(evidence === 'tick' ? tickOf(visit, key) : actOf(acts, evidence.action)) };
  });
}

function tickOf(visit: Visit, key: NormKey) {
  const tick = visit.ticks.find(({ item }) => item === key);
  return { doneAt: tick?.tickedAt ?? null, doneBy: tick?.tickedBy ?? null };
}

function actOf(acts: readonly RecordedAct[], action: string) {
  const act = acts.find((each) => each.action === action);
  return { doneAt: act?.at ?? null, doneBy: act?.actorId ?? null };
}
