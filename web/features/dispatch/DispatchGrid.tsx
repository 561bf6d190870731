import { minutesBetween, shopDay, shopTime } from '#domain/kernel/calendar.ts';
import { spacedPlate } from '#domain/kernel/plate.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { dispatchWords } from '#web/features/dispatch/dispatch.words.ts';
import styles from '#web/features/dispatch/dispatch.module.css';
import {
  actualTone,
  hoursShown,
  planTone,
  shownTimes,
  within,
  type Actual,
  type Board,
  type Plan,
} from '#web/features/dispatch/grid-tags.ts';
import { keyOf } from '#web/features/dispatch/place.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { TimeGrid, type GridStrip, type GridTag } from '#web/ui/TimeGrid.tsx';
import { durationWords } from '#web/ui/When.tsx';

export type GridBy = 'bay' | 'technician';

type Props = {
  readonly board: Board;
  readonly by: GridBy;
  readonly now: string;
  readonly onJob: (key: string) => void;
  readonly onAppointment: (appointmentId: string) => void;
  /** Missing for who may not dispatch. */
  readonly onPlace: ((row: string, time: string) => void) | undefined;
};

/** The row of plans that name no technician. */
export const teamOnly = 'team_only';

/** Bays or technicians against quarters: plans as tags, what happened as lines under them, appointments that reserve a bay. */
export function DispatchGrid({ board, by, now, onJob, onAppointment, onPlace }: Props) {
  const w = useWords(dispatchWords);
  const tags = useTags(board, by, now);
  const strips = useStrips(board, by, now);
  const rows = useRows(board, by);
  const pressed = ({ key }: GridTag) => {
    const [job = '', rest = ''] = key.split('/');
    return job === '' ? onAppointment(rest) : onJob(job);
  };
  return (
    <TimeGrid
      roomy
      label={w.title}
      {...hoursShown(board)}
      rows={rows}
      tags={tags}
      strips={strips}
      {...(board.day === shopDay(now) ? { now } : {})}
      onTag={pressed}
      {...(onPlace ? { onPlace } : {})}
    />
  );
}

function useRows(board: Board, by: GridBy) {
  const t = useT();
  const w = useWords(dispatchWords);
  const workingAt = (row: string) =>
    board.actuals.some((actual) => actual.until === null && rowOf(actual, by) === row) ? w.working : null;
  const title = (key: string, name: string, note: string) => ({
    key,
    name,
    title: (
      <span className={styles['rowTitle']}>
        <strong>{name}</strong>
        <small>{workingAt(key) ?? note}</small>
      </span>
    ),
  });
  if (by === 'bay') {
    return board.bays.map(({ bayId, name, kind }) => title(bayId, name, t(valueWordsOf('kind', kind))));
  }
  const people = board.technicians.map(({ staffId, name, teamName }) => title(staffId, name, teamName ?? ''));
  const unnamed = board.plans.some(({ technicianId }) => technicianId === null);
  return unnamed ? [...people, title(teamOnly, w.noTechnician, '')] : people;
}

const rowOf = (each: Pick<Plan | Actual, 'bayId' | 'technicianId'>, by: GridBy): string =>
  (by === 'bay' ? each.bayId : each.technicianId) ?? teamOnly;

function useTags(board: Board, by: GridBy, now: string): GridTag[] {
  const t = useT();
  const w = useWords(dispatchWords);
  const people = new Map(board.technicians.map(({ staffId, name }) => [staffId, name]));
  const bays = new Map(board.bays.map(({ bayId, name }) => [bayId, name]));
  const otherOf = (plan: Plan): string =>
    (by === 'bay' ? people.get(plan.technicianId ?? '') : bays.get(plan.bayId)) ?? w.noTechnician;
  const plans = board.plans.map((plan): GridTag => {
    const shown = shownTimes(plan, board.actuals);
    const state = plan.workState ? t(valueWordsOf('workState', plan.workState)) : '';
    const times = `${w.plan} ${shopTime(plan.from)}–${shopTime(plan.until)}`;
    return {
      key: `${keyOf(plan)}/${plan.assignmentId}`,
      row: rowOf(plan, by),
      ...within(shown, board.day),
      tone: planTone(plan, now),
      label: `${plan.plate ?? ''} ${plan.description} ${times} ${otherOf(plan)} ${state}`,
      content: (
        <span className={styles['tag']}>
          <strong>{plateIn(plan.plate, minutesBetween(shown.from, shown.until))}</strong>
          <small>{plan.description}</small>
        </span>
      ),
    };
  });
  return by === 'bay' ? [...plans, ...reservations(board, w.appointment)] : plans;
}

/** A short tag names the car by its number alone. */
const plateIn = (plate: string | null, minutes: number): string =>
  plate === null ? '' : minutes < 25 ? plate.slice(2) : spacedPlate(plate);

/** Bays that appointments keep free (R043). */
function reservations({ expected, day }: Board, word: string): GridTag[] {
  return expected.flatMap((each): GridTag[] => {
    if (each.bayId === null) return [];
    return [
      {
        key: `/${each.appointmentId}`,
        row: each.bayId,
        ...within(each, day),
        tone: 'neutral',
        label: `${word} ${shopTime(each.from)} ${each.plates.join(' ')} ${each.requestedJobs}`,
        content: (
          <span className={`${styles['tag']} ${styles['reserved']}`}>
            <strong>
              {word} {each.plates.map(spacedPlate).join(' ')}
            </strong>
            <small>{each.requestedJobs}</small>
          </span>
        ),
      },
    ];
  });
}

function useStrips(board: Board, by: GridBy, now: string): GridStrip[] {
  const t = useT();
  const w = useWords(dispatchWords);
  return board.actuals.map((actual) => {
    const until = actual.until ?? now;
    const minutes = minutesBetween(actual.from, until);
    const times = `${shopTime(actual.from)}–${actual.until ? shopTime(actual.until) : w.runningSince}`;
    return {
      key: actual.punchId,
      row: rowOf(actual, by),
      ...within({ from: actual.from, until }, board.day),
      tone: actualTone(actual, board.actuals, now),
      label: `${w.actual} ${actual.plate ?? ''} ${actual.description} ${times} (${t(durationWords(minutes))})`,
    };
  });
}
