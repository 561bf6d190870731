import { Drawer } from 'antd';
import { useState } from 'react';
import type { ActionView, VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { minutesBetween } from '#domain/kernel/calendar.ts';
import { AssignForm, type AssignStart } from '#web/features/dispatch/AssignForm.tsx';
import type { Options } from '#web/features/dispatch/assign-choices.ts';
import { dispatchWords } from '#web/features/dispatch/dispatch.words.ts';
import styles from '#web/features/dispatch/dispatch.module.css';
import { standardMinutes, type Board } from '#web/features/dispatch/grid-tags.ts';
import { JobFacts } from '#web/features/dispatch/JobFacts.tsx';
import type { JobKey, Place } from '#web/features/dispatch/place.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { ActionForm } from '#web/visit/ActionForm.tsx';
import { isFormAction, type FormAction } from '#web/visit/action-contracts.ts';
import { useVisit } from '#web/visit/use-visit.ts';

/** What may be done with a job from the board, in this order. */
const ofLine = ['assign_line', 'unassign_line'];
const ofCar = ['set_priority', 'hand_to_workshop', 'accept_car', 'start_wait', 'report_delay'];

type Props = {
  readonly job: JobKey;
  /** The quarter that was pressed for it; the dispatch form opens at once. */
  readonly place: Place | null;
  readonly board: Board;
  readonly options: Options | undefined;
  readonly now: string;
  readonly onClose: () => void;
};

/** One job of the board: where it stands, and what may be done with it now. */
export function JobDrawer({ job, place, board, options, now, onClose }: Props) {
  const { data: view, error } = useVisit(job.orderId);
  const line = view?.lines.find(({ lineId }) => lineId === job.lineId);
  return (
    <Drawer open onClose={onClose} title={line?.description ?? ''} size={560} destroyOnHidden>
      <RefusalAlert error={error} />
      {view && line && options ? (
        <JobBody view={view} job={job} place={place} board={board} options={options} now={now} onClose={onClose} />
      ) : null}
    </Drawer>
  );
}

type BodyProps = Omit<Props, 'options'> & { readonly view: VisitView; readonly options: Options };

function JobBody({ view, job, place, board, options, now, onClose }: BodyProps) {
  const [chosen, choose] = useState<FormAction | null>(place ? 'assign_line' : null);
  const trade = view.lines.find(({ lineId }) => lineId === job.lineId)?.trade ?? null;
  const back = () => choose(null);
  return (
    <div className={styles['job']}>
      <JobFacts view={view} lineId={job.lineId} board={board} now={now} />
      {chosen === null ? <JobButtons view={view} lineId={job.lineId} onChoose={choose} /> : null}
      {chosen === 'assign_line' ? (
        <AssignForm
          job={{ ...job, trade }}
          board={board}
          options={options}
          start={startOf(view, job.lineId, { place, now })}
          onDone={onClose}
          onCancel={back}
        />
      ) : null}
      {chosen !== null && chosen !== 'assign_line' ? (
        <ActionForm view={view} action={chosen} lineId={job.lineId} onDone={back} onCancel={back} />
      ) : null}
    </div>
  );
}

type ButtonsProps = {
  readonly view: VisitView;
  readonly lineId: string;
  readonly onChoose: (action: FormAction) => void;
};

function JobButtons({ view, lineId, onChoose }: ButtonsProps) {
  const t = useT();
  const w = useWords(dispatchWords);
  const planned = view.assignments.some((each) => each.lineId === lineId && each.state === 'planned');
  const find = (action: string, of: string | null) =>
    view.actions.filter((each) => each.action === action && each.lineId === of);
  const actions = [
    ...ofLine.flatMap((action) => find(action, lineId)),
    ...ofCar.flatMap((action) => find(action, null)),
  ];
  const nameOf = (each: ActionView) => (each.action === 'assign_line' && planned ? w.replan : t(each));
  return (
    <div className={styles['actions']}>
      {actions.map((each) => (
        <ActionButton
          key={each.action}
          kind={each.action === 'assign_line' ? 'primary' : 'plain'}
          disabledReason={each.disabled ? t(each.disabled) : null}
          onPress={() => (isFormAction(each.action) ? onChoose(each.action) : undefined)}
        >
          {nameOf(each)}
        </ActionButton>
      ))}
    </div>
  );
}

/** The form begins at the quarter pressed, else at the plan of the job, else now, for its standard time. */
function startOf(
  view: VisitView,
  lineId: string,
  { place, now }: { readonly place: Place | null; readonly now: string },
): AssignStart {
  const plan = view.assignments.find((each) => each.lineId === lineId && each.state === 'planned');
  const hours = view.lines.find((each) => each.lineId === lineId)?.flatRateHoursCenti ?? null;
  return {
    bayId: place?.bayId ?? plan?.bayId ?? null,
    technicianId: place?.technicianId ?? plan?.technicianId ?? null,
    teamId: plan?.teamId ?? null,
    from: place?.from ?? (plan && plan.plannedFrom > now ? plan.plannedFrom : now),
    minutes: plan ? minutesBetween(plan.plannedFrom, plan.plannedUntil) : standardMinutes(hours),
  };
}
