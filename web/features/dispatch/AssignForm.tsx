import { useState, type FormEvent } from 'react';
import { addMinutes, shopDateTime, shopDay, shopTime } from '#domain/kernel/calendar.ts';
import { dispatchContracts } from '#domain/dispatch/dispatch.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { AssigneeFields } from '#web/features/dispatch/AssigneeFields.tsx';
import type { Options } from '#web/features/dispatch/assign-choices.ts';
import { dispatchWords } from '#web/features/dispatch/dispatch.words.ts';
import styles from '#web/features/dispatch/dispatch.module.css';
import type { Board, Queued } from '#web/features/dispatch/grid-tags.ts';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

export type AssignStart = {
  readonly bayId: string | null;
  readonly technicianId: string | null;
  readonly teamId: string | null;
  readonly from: string;
  readonly minutes: number;
};

type Props = {
  readonly job: Pick<Queued, 'orderId' | 'lineId' | 'trade'>;
  readonly board: Board;
  readonly options: Options;
  readonly start: AssignStart;
  readonly onDone: () => void;
  readonly onCancel: () => void;
};

const shownFields = ['bayId', 'technicianId', 'teamId', 'plannedFrom', 'plannedUntil'];

/** Where, by whom and when a job is done: bays with what stands there then, people by skill and load (R155). */
export function AssignForm({ job, board, options, start, onDone, onCancel }: Props) {
  const t = useT();
  const w = useWords(dispatchWords);
  const [values, setValues] = useState({ ...start, minutes: String(start.minutes) });
  const change = (changes: Partial<typeof values>) => setValues((before) => ({ ...before, ...changes }));
  const command = useContractCommand(dispatchContracts.assignLine, { onDone });
  const { orderId, lineId } = job;
  const until = addMinutes(values.from, Number(values.minutes) || 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { bayId, technicianId, teamId, from } = values;
    const team = technicianId ? teamOf(options, technicianId) : teamId;
    const assignee = { technicianId, teamId: team };
    command.run({ orderId, lineId, bayId: bayId ?? '', ...assignee, plannedFrom: from, plannedUntil: until });
  };
  const problem = (field: string) => problemOf(command.error, field, t);
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <div className={styles['times']}>
        <PhoneField
          label={w.from}
          type="datetime-local"
          step={300}
          value={`${shopDay(values.from)}T${shopTime(values.from)}`}
          problem={problem('plannedFrom')}
          onChange={(text) => (text ? change({ from: shopDateTime(text.slice(0, 10), text.slice(11, 16)) }) : null)}
        />
        <PhoneField
          label={w.minutes}
          type="number"
          inputMode="numeric"
          min={5}
          step={5}
          value={values.minutes}
          hint={t(dispatchWords.until, { time: shopTime(until) })}
          problem={problem('plannedUntil')}
          onChange={(minutes) => change({ minutes })}
        />
      </div>
      <AssigneeFields
        board={board}
        options={options}
        trade={job.trade}
        wanted={{ orderId, lineId, from: values.from, until }}
        values={values}
        problem={problem}
        onChange={change}
      />
      <RefusalAlert error={command.error} shownFields={shownFields} />
      <div className={styles['buttons']}>
        <PhoneButton onPress={onCancel}>{w.cancel}</PhoneButton>
        <PhoneButton type="submit" kind="primary" pending={command.pending}>
          {w.dispatch}
        </PhoneButton>
      </div>
    </form>
  );
}

/** Who is named brings the own team. */
const teamOf = ({ technicians }: Options, technicianId: string): string | null =>
  technicians.find(({ staffId }) => staffId === technicianId)?.teamId ?? null;
