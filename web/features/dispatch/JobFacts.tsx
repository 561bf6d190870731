import { minutesBetween, shopTime } from '#domain/kernel/calendar.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { pathTo } from '#web/app/paths.ts';
import { dispatchWords } from '#web/features/dispatch/dispatch.words.ts';
import styles from '#web/features/dispatch/dispatch.module.css';
import type { Board } from '#web/features/dispatch/grid-tags.ts';
import { Hours } from '#web/ui/figures.tsx';
import { KeyValue, type Pair } from '#web/ui/KeyValue.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import { durationWords, When } from '#web/ui/When.tsx';
import { nameOf } from '#web/visit/use-visit.ts';

type Props = {
  readonly view: VisitView;
  readonly lineId: string;
  readonly board: Board;
  readonly now: string;
};

/** Car, promise and job: what the supervisor decides on. */
export function JobFacts({ view, lineId, board, now }: Props) {
  const w = useWords(dispatchWords);
  const pairs = useFacts({ view, lineId, board, now });
  const { order, vehicle } = view;
  const line = view.lines.find((each) => each.lineId === lineId);
  return (
    <>
      <div className={styles['line']}>
        <PlateTag plate={vehicle.plate} /> <span>{vehicle.model}</span>
        {line?.workState ? <StateTag words={valueWordsOf('workState', line.workState)} tone="active" /> : null}
        <PageLink to={pathTo('order', { orderId: order.orderId })} className={styles['end'] ?? ''}>
          {w.order} <span className="figures">{order.orderNo}</span>
        </PageLink>
      </div>
      <KeyValue pairs={pairs} />
    </>
  );
}

function useFacts({ view, lineId, board, now }: Props): Pair[] {
  const t = useT();
  const w = useWords(dispatchWords);
  const { order, light } = view;
  const line = view.lines.find((each) => each.lineId === lineId);
  const plan = view.assignments.findLast((each) => each.lineId === lineId && each.state !== 'void');
  const punches = view.punches.filter((each) => each.lineId === lineId);
  const worked = punches.reduce((sum, each) => sum + minutesBetween(each.startedAt, each.endedAt ?? now), 0);
  const bay = board.bays.find(({ bayId }) => bayId === plan?.bayId)?.name ?? null;
  const handed = view.custody.findLast(({ direction }) => direction === 'to_workshop');
  const accepted = order.carAcceptedAt ? (
    <>
      {nameOf(view, order.carAcceptedBy)} <When at={order.carAcceptedAt} />
    </>
  ) : (
    w.notYet
  );
  const promise = (
    <>
      <When at={order.promisedAt} /> <PromiseLamp light={light} />
    </>
  );
  return [
    { key: 'promised', label: w.promised, value: promise },
    { key: 'priority', label: w.priority, value: order.priority ? t(valueWordsOf('priority', order.priority)) : null },
    { key: 'trade', label: w.trade, value: line?.trade ? t(valueWordsOf('trade', line.trade)) : null },
    { key: 'hours', label: w.hours, value: <Hours centi={line?.flatRateHoursCenti ?? null} /> },
    { key: 'where', label: w.where, value: bay },
    { key: 'who', label: w.who, value: plan ? whoOf(view, board, plan) : null },
    {
      key: 'plan',
      label: w.plan,
      value: plan ? `${shopTime(plan.plannedFrom)}–${shopTime(plan.plannedUntil)}` : null,
    },
    { key: 'actual', label: w.actual, value: punches.length > 0 ? t(durationWords(worked)) : null },
    { key: 'place', label: w.stands, value: order.parkingPlace ?? handed?.place ?? null },
    { key: 'in', label: w.inWorkshop, value: <When at={order.inWorkshopSince} /> },
    { key: 'accepted', label: w.accepted, value: accepted },
    { key: 'notes', label: w.notes, value: handed?.notes ?? null },
  ];
}

function whoOf(view: VisitView, board: Board, { technicianId, teamId }: VisitView['assignments'][number]): string {
  const team = board.technicians.find((each) => each.teamId === teamId)?.teamName ?? '';
  return [nameOf(view, technicianId), team].filter(Boolean).join(' · ');
}
