import { useState } from 'react';
import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { importContracts } from '#domain/import/import.contract.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { importWords } from '#web/features/import/import.words.ts';
import styles from '#web/features/import/import.module.css';
import { OtherSheets } from '#web/features/import/OtherSheets.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { FileLink } from '#web/ui/FileLink.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Read = OutputOf<typeof importContracts.read>;
type Row = Read['rows'][number];
const shows = { bad: importWords.onlyBad, all: importWords.allRows };

/** How many rows are shown at once; all bad ones are in the file to download. */
const shownAtOnce = 200;

type Props = {
  readonly importId: string;
  /** The file as it was chosen, where it was chosen just now. */
  readonly file: File | null;
  readonly onPreview: (importId: string) => void;
};

/** One import: the bad rows, else all, each as the file has it with what is wrong with it; then all, the good ones, or none. */
export function ImportPreview({ importId, file, onPreview }: Props) {
  const w = useWords(importWords);
  const [chosen, choose] = useState<string | null>(null);
  const topics = { topics: ['board:imports'], keepPrevious: true } as const;
  const bad = useContractQuery(importContracts.read, { importId, bad: true, limit: 1 }, topics);
  const show = chosen ?? (bad.data?.errorCount === 0 ? 'all' : 'bad');
  const { data, error } = useContractQuery(
    importContracts.read,
    { importId, bad: show === 'bad', limit: shownAtOnce },
    { ...topics, enabled: bad.data !== undefined },
  );
  if (!data) return (error ?? bad.error) ? <RefusalAlert error={error ?? bad.error} /> : <Loading />;
  return (
    <div className={styles['sheet']}>
      <Summary read={data} />
      <OtherSheets read={data} file={file} onPreview={onPreview} />
      {data.state === 'previewed' ? <Decide read={data} /> : null}
      <ShowFilter value={show} options={shows} onChange={choose} />
      <DataTable
        caption={w.rows}
        rows={data.rows}
        columns={columnsFor(data, w)}
        keyOf={({ row }) => String(row)}
        empty={show === 'bad' ? w.noBadRows : w.noRows}
      />
    </div>
  );
}

/** What the file holds, what became of it, what is left out of it, and the bad rows to take away. */
function Summary({ read }: { readonly read: Read }) {
  const t = useT();
  const w = useWords(importWords);
  const { kind, fileName, state, rowCount, errorCount, unknown, total, rows, importId } = read;
  const counts = { rows: rowCount, bad: errorCount, imported: rowCount - errorCount, skipped: errorCount };
  return (
    <>
      <p>
        <strong>{t(valueWordsOf('kind', kind))}</strong> · {fileName} ·{' '}
        {t(state === 'applied' ? importWords.done : importWords.summary, counts)}
        {state === 'discarded' ? ` · ${t(valueWordsOf('state', state))}` : ''}
      </p>
      {unknown.length > 0 ? (
        <p className={styles['left']}>{t(importWords.unknown, { columns: unknown.join('、') })}</p>
      ) : null}
      {errorCount > 0 ? (
        <div className={styles['line']}>
          <FileLink contract={importContracts.badRows} input={{ importId }} label={w.badRows} />
        </div>
      ) : null}
      {total > rows.length ? <p>{t(importWords.shown, { shown: rows.length, total })}</p> : null}
    </>
  );
}

type Words = Readonly<Record<keyof typeof importWords, string>>;

function columnsFor({ columns, unknown }: Read, w: Words): TableColumnsType<Row> {
  return [
    { title: w.row, dataIndex: 'row', fixed: 'left' },
    { title: w.problem, render: (_, { problems }) => <Problems problems={problems} /> },
    ...[...columns, ...unknown].map((name) => ({
      title: name,
      render: (_: unknown, { cells, problems }: Row) => (
        <span className={problems.some(({ column }) => column === name) ? styles['wrong'] : undefined}>
          {cells.find(({ column }) => column === name)?.text ?? ''}
        </span>
      ),
    })),
  ];
}

function Problems({ problems }: Pick<Row, 'problems'>) {
  const t = useT();
  return (
    <ul className={styles['problems']}>
      {problems.map(({ column, words }) => (
        <li key={`${column}${words.en}`}>
          {column ?? t(importWords.wholeRow)}: {t(words)}
        </li>
      ))}
    </ul>
  );
}

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
