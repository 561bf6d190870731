import type { TableColumnsType } from 'antd';
import { customerContracts } from '#domain/customer/customer.contract.ts';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { customerWords } from '#web/features/customer/customer.words.ts';
import { newCustomer, newVehicle } from '#web/features/customer/new-files.ts';
import styles from '#web/features/customer/customer.module.css';
import { CommandBar } from '#web/ui/desk/CommandBar.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { FindInput } from '#web/ui/desk/FindInput.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useGo, useUrlState } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

type Row = OutputOf<typeof customerViewContracts.customers>['rows'][number];
const shows = {
  '': customerWords.all,
  open: customerWords.open,
  overdue: customerWords.overdue,
  complete: customerWords.complete,
};

/** Customer files, found by name, pinyin, phone tail or plate; whose file is still due (R290). */
export function CustomersPage() {
  const t = useT();
  const w = useWords(customerWords);
  const go = useGo();
  const [{ text, file }, setUrl] = useUrlState({ text: '', file: '' }, { file: shows });
  const input = { limit: 200, ...(text ? { text } : {}), ...(file ? { file: file as 'open' } : {}) };
  const { data, error, isPending } = useContractQuery(customerViewContracts.customers, input, {
    topics: ['board:customers'],
    keepPrevious: true,
  });
  const columns: TableColumnsType<Row> = [
    { title: w.name, render: (_, row) => `${row.name} ${row.salutation}` },
    { title: w.phone, render: (_, row) => <span className="figures">{row.phone}</span> },
    {
      title: w.plates,
      render: (_, row) => row.plates.map((plate) => <PlateTag key={plate} plate={plate} size="small" />),
    },
    {
      title: w.file,
      render: (_, row) =>
        row.fileCompletedAt ? (
          <StateTag words={customerWords.complete} tone="good" />
        ) : (
          <>
            <StateTag words={customerWords.open} tone="warn" /> <When at={row.fileDueAt} as="both" />
          </>
        ),
    },
  ];
  return (
    <>
      <PageHeader title={w.customers} note={data ? t(customerWords.total, { count: data.total }) : null}>
        <CommandBar
          commands={[
            { contract: customerContracts.fileCustomer, known: {}, initial: newCustomer, kind: 'primary' },
            { contract: customerContracts.fileVehicle, known: { ownerId: null }, initial: newVehicle },
          ]}
        />
      </PageHeader>
      <div className={styles['filters']}>
        <FindInput label={w.find} value={text} onChange={(value) => setUrl({ text: value })} />
        <ShowFilter value={file} options={shows} onChange={(value) => setUrl({ file: value })} />
      </div>
      <DataTable
        caption={w.customers}
        rows={data?.rows}
        columns={columns}
        keyOf={(row) => row.customerId}
        loading={isPending}
        error={error}
        onRow={(row) => go(pathTo('customer', { customerId: row.customerId }))}
      />
    </>
  );
}
