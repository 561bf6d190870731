import { valueWordsOf } from '#domain/process/value-words.ts';
import { Drawer, type TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { useState } from 'react';
import { importContracts } from '#domain/import/import.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { ImportPreview } from '#web/features/import/ImportPreview.tsx';
import { importWords } from '#web/features/import/import.words.ts';
import { Upload } from '#web/features/import/Upload.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { PagedTable, usePaging } from '#web/ui/desk/PagedTable.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useUrlState } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

type Batch = OutputOf<typeof importContracts.list>['items'][number];

/** A new store brings its customers, cars, operations, parts and stock: preview first, then all or the good rows. */
export function ImportsPage() {
  const t = useT();
  const w = useWords(importWords);
  const [{ open }, setUrl] = useUrlState({ open: '' });
  const [file, hold] = useState<File | null>(null);
  const { data, error, isPending } = useContractQuery(importContracts.list, usePaging(), {
    topics: ['board:imports'],
    keepPrevious: true,
  });
  const show = (importId: string, from: File | null) => {
    hold(from);
    setUrl({ open: importId });
  };
  const columns: TableColumnsType<Batch> = [
    { title: w.what, render: (_, { kind }) => t(valueWordsOf('kind', kind)) },
    { title: w.file, dataIndex: 'fileName' },
    { title: w.rows, align: 'right', dataIndex: 'rowCount' },
    { title: w.bad, align: 'right', dataIndex: 'errorCount' },
    {
      title: w.state,
      render: (_, { state }) => (
        <StateTag
          words={valueWordsOf('state', state)}
          tone={state === 'applied' ? 'good' : state === 'previewed' ? 'warn' : 'neutral'}
        />
      ),
    },
    { title: w.at, render: (_, { createdAt, appliedAt }) => <When at={appliedAt ?? createdAt} /> },
    {
      title: '',
      render: (_, { importId }) => (
        <ActionButton size="small" onPress={() => show(importId, null)}>
          {w.open}
        </ActionButton>
      ),
    },
  ];
  return (
    <>
      <PageHeader title={w.title} />
      <Upload onPreview={show} />
      <Section title={w.history}>
        <PagedTable
          caption={w.history}
          empty={w.none}
          page={data}
          columns={columns}
          keyOf={({ importId }) => importId}
          pending={isPending}
          error={error}
        />
      </Section>
      <Drawer title={w.title} size="large" open={open !== ''} onClose={() => setUrl({ open: '' })} destroyOnHidden>
        {open ? <ImportPreview importId={open} file={file} onPreview={(importId) => show(importId, file)} /> : null}
      </Drawer>
    </>
  );
}
