import type { ReactNode } from 'react';
import { shopTime } from '#domain/kernel/calendar.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { Trade } from '#domain/staff/staff.ts';
import {
  bayReservedBy,
  bayTakenBy,
  bySkillAndLoad,
  isBusy,
  type Options,
  type Technician,
  type Wanted,
} from '#web/features/dispatch/assign-choices.ts';
import { dispatchWords } from '#web/features/dispatch/dispatch.words.ts';
import type { Board } from '#web/features/dispatch/grid-tags.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneFieldPlace } from '#web/ui/phone/PhoneField.tsx';
import { durationWords } from '#web/ui/When.tsx';

type Values = { readonly bayId: string | null; readonly technicianId: string | null; readonly teamId: string | null };

type Props = {
  readonly board: Board;
  readonly options: Options;
  readonly trade: Trade | null;
  readonly wanted: Wanted;
  readonly values: Values;
  readonly problem: (field: string) => string | undefined;
  readonly onChange: (changes: Partial<Values>) => void;
};

/** Bay, technician and team, each choice with what speaks for and against it at the time asked for. */
export function AssigneeFields({ board, options, trade, wanted, values, problem, onChange }: Props) {
  const w = useWords(dispatchWords);
  const say = useChoiceWords(board, wanted);
  const people = bySkillAndLoad(options.technicians, trade);
  const bays = options.bays.map((bay) => ({
    ...bay,
    fits: trade === null || bay.trade === null || bay.trade === trade,
  }));
  const person = (each: Technician) => ({ value: each.staffId, label: say.technician(each) });
  return (
    <>
      <Select
        label={w.bay}
        value={values.bayId}
        problem={problem('bayId')}
        onChange={(bayId) => onChange({ bayId })}
        groups={[
          { label: w.bayFits, options: bays.filter(({ fits }) => fits).map((bay) => say.bay(bay)) },
          { label: w.bayOther, options: bays.filter(({ fits }) => !fits).map((bay) => say.bay(bay)) },
        ]}
      />
      <Select
        label={w.technician}
        value={values.technicianId}
        problem={problem('technicianId')}
        onChange={(technicianId) => onChange({ technicianId })}
        groups={[
          { label: w.fits, options: people.fit.map(person) },
          { label: w.fitsNot, options: people.unfit.map(person) },
        ]}
      />
      {values.technicianId ? null : (
        <Select
          label={w.team}
          value={values.teamId}
          problem={problem('teamId')}
          onChange={(teamId) => onChange({ teamId })}
          groups={[{ label: w.team, options: options.teams.map((team) => say.team(team)) }]}
        />
      )}
    </>
  );
}

/** Choices in words: what stands in the bay then, how loaded a person is. */
function useChoiceWords(board: Board, wanted: Wanted) {
  const t = useT();
  const w = useWords(dispatchWords);
  const tradesOf = (trades: readonly Trade[]) => trades.map((trade) => t(valueWordsOf('trade', trade))).join('/');
  const stands = (bayId: string): string => {
    const taken = bayTakenBy(board, bayId, wanted);
    if (taken) return t(dispatchWords.busyWith, { plate: taken.plate ?? '', until: shopTime(taken.until) });
    const reserved = bayReservedBy(board, bayId, wanted);
    if (!reserved) return w.free;
    return t(dispatchWords.reservedBy, { time: shopTime(reserved.from), plate: reserved.plates.join(' ') });
  };
  return {
    bay: ({ bayId, name }: { bayId: string; name: string }) => ({ value: bayId, label: `${name} · ${stands(bayId)}` }),
    team: ({ teamId, name, trades }: Options['teams'][number]) => ({
      value: teamId,
      label: `${name} · ${tradesOf(trades)}`,
    }),
    technician: (each: Technician): string =>
      [
        each.name,
        each.teamName,
        tradesOf(each.trades),
        t(dispatchWords.planned, { length: t(durationWords(each.plannedMinutes)) }),
        each.working ? w.working : null,
        isBusy(board, each, wanted) ? w.busyAt : null,
      ]
        .filter(Boolean)
        .join(' · '),
  };
}

type SelectOption = { readonly value: string; readonly label: string };
type SelectProps = {
  readonly label: string;
  readonly value: string | null;
  readonly problem: string | undefined;
  readonly onChange: (value: string | null) => void;
  readonly groups: readonly { readonly label: string; readonly options: readonly SelectOption[] }[];
};

function Select({ label, value, problem, onChange, groups }: SelectProps) {
  const w = useWords(dispatchWords);
  const shown = groups.filter(({ options }) => options.length > 0);
  const group = ({ label: name, options }: SelectProps['groups'][number]): ReactNode => (
    <optgroup key={name} label={name}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </optgroup>
  );
  return (
    <PhoneFieldPlace label={label} problem={problem}>
      {(ids) => (
        <select {...ids} value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          <option value="">{w.none}</option>
          {shown.map(group)}
        </select>
      )}
    </PhoneFieldPlace>
  );
}
