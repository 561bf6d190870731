import { valueWordsOf } from '#domain/process/value-words.ts';
import { useState } from 'react';
import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { importContracts } from '#domain/store/import.contract.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { importWords } from '#web/features/import/import.words.ts';
import styles from '#web/features/import/import.module.css';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Read = OutputOf<typeof importContracts.read>;
type Row = Read['rows'][number];
const shows = { bad: importWords.onlyBad, all: importWords.allRows };

/** One import: each row with what is wrong with it; then all, the good ones, or none. */
export function ImportPreview({ importId }: { readonly importId: string }) {
  const t = useT();
  const w = useWords(importWords);
  const [show, setShow] = useState<string>('bad');
  const { data, error } = useContractQuery(
    importContracts.read,
    { importId, bad: show === 'bad', limit: 200 },
    { topics: ['board:imports'], keepPrevious: true },
  );
  if (!data) return error ? <RefusalAlert error={error} /> : <Loading />;
  return (
    <div className={styles['sheet']}>
      <p>
        <strong>{t(valueWordsOf('kind', data.kind))}</strong> · {data.fileName} ·{' '}
        {t(importWords.summary, { rows: data.rowCount, bad: data.errorCount })}
      </p>
      {data.state === 'previewed' ? <Decide read={data} /> : <p>{t(valueWordsOf('state', data.state))}</p>}
      <ShowFilter value={show} options={shows} onChange={setShow} />
      <DataTable
        caption={w.rows}
        rows={data.rows}
        columns={columnsOf(data.rows, t)}
        keyOf={({ row }) => String(row)}
        empty={w.noRows}
      />
    </div>
  );
}

function columnsOf(rows: readonly Row[], t: ReturnType<typeof useT>): TableColumnsType<Row> {
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  return [
    { title: t(importWords.row), dataIndex: 'row', fixed: 'left' },
    {
      title: t(importWords.problem),
      render: (_, { problems }) => (
        <ul className={styles['problems']}>
          {problems.map(({ column, words }) => (
            <li key={`${column}${words.en}`}>
              {column ?? t(importWords.wholeRow)}: {t(words)}
            </li>
          ))}
        </ul>
      ),
    },
    ...names.map((name) => ({
      title: t(fieldWordsOf(name)),
      render: (_: unknown, { values }: Row) => shown(values[name]),
    })),
  ];
}

const shown = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);

function Decide({ read }: { readonly read: Read }) {
  const t = useT();
  const w = useWords(importWords);
  const touches = ['board:*'] as const;
  const apply = useContractCommand(importContracts.apply, { touches });
  const discard = useContractCommand(importContracts.discard, { touches });
  const { importId, version, errorCount, rowCount } = read;
  return (
    <>
      <div className={styles['line']}>
        <ActionButton
          kind="primary"
          pending={apply.pending}
          disabledReason={errorCount > 0 ? w.applyBlocked : null}
          onPress={() => apply.run({ importId, version, skipBad: false })}
        >
          {w.apply}
        </ActionButton>
        {errorCount > 0 && errorCount < rowCount ? (
          <ActionButton pending={apply.pending} onPress={() => apply.run({ importId, version, skipBad: true })}>
            {t(importWords.applyGood)}
          </ActionButton>
        ) : null}
        <ActionButton
          kind="danger"
          confirm={w.discardSure}
          pending={discard.pending}
          onPress={() => discard.run({ importId, version })}
        >
          {w.discard}
        </ActionButton>
      </div>
      <RefusalAlert error={apply.error ?? discard.error} />
    </>
  );
}
