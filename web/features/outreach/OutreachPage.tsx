import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { words } from '#domain/kernel/words.ts';
import { outreachContracts } from '#domain/outreach/outreach.contract.ts';
import { outreachMachine } from '#domain/outreach/outreach.machine.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { useActor } from '#web/app/actor.ts';
import { pathTo } from '#web/app/paths.ts';
import styles from '#web/features/outreach/outreach.module.css';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { CommandBar } from '#web/ui/desk/CommandBar.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { Kilometres } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { useNow } from '#web/ui/now.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useUrlState } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

const texts = {
  title: words('招揽', 'Outreach'),
  find: words('立即查找到期车辆', 'Find due cars now'),
  car: words('车辆', 'Car'),
  customer: words('客户', 'Customer'),
  topic: words('事由', 'Topic'),
  due: words('到期', 'Due'),
  km: words('当前里程', 'now'),
  consent: words('可用渠道', 'Consented channels'),
  none: words('无同意，勿联系', 'No consent: do not contact'),
  next: words('下次联系', 'Next try'),
  attempts: words('已联系', 'Tried'),
};

const shows = { due: words('现在联系', 'Due now'), live: words('进行中', 'Live'), all: words('全部', 'All') };

type Row = OutputOf<typeof outreachContracts.list>['items'][number];

/** Who is due for service, by date or kilometres, and may be invited, within consent (R022, R272). */
export function OutreachPage() {
  const w = useWords(texts);
  const [{ show }, setUrl] = useUrlState({ show: 'due' }, { show: shows });
  const find = useContractCommand(outreachContracts.findDue, { touches: ['board:*'] });
  const columns = useColumns();
  const { data, error, isPending } = useContractQuery(
    outreachContracts.list,
    { show: show as keyof typeof shows, limit: 200 },
    { topics: ['board:outreach'], keepPrevious: true },
  );
  return (
    <>
      <PageHeader title={w.title}>
        <ActionButton pending={find.pending} onPress={() => find.run({})}>
          {w.find}
        </ActionButton>
      </PageHeader>
      <ShowFilter value={show} options={shows} onChange={(next) => setUrl({ show: next })} />
      <DataTable
        caption={w.title}
        rows={data?.items}
        columns={columns}
        keyOf={(row) => row.outreachId}
        loading={isPending}
        error={error}
      />
    </>
  );
}

function useColumns(): TableColumnsType<Row> {
  const t = useT();
  const w = useWords(texts);
  return [
    {
      title: w.car,
      render: (_, row) => (
        <PageLink to={pathTo('vehicle', { vehicleId: row.vehicleId })}>
          <PlateTag plate={row.plate} /> {row.brand} {row.model}
        </PageLink>
      ),
    },
    {
      title: w.customer,
      render: (_, row) => (
        <PageLink to={pathTo('customer', { customerId: row.customerId })}>
          {row.customerName} {row.phone}
        </PageLink>
      ),
    },
    {
      title: w.topic,
      render: (_, row) => (
        <>
          <StateTag words={outreachMachine.states[row.state]} tone={row.state === 'booked' ? 'good' : 'neutral'} />
          <div>{t(valueWordsOf('topic', row.topic))}</div>
        </>
      ),
    },
    { title: w.due, render: (_, row) => <Due row={row} /> },
    {
      title: w.consent,
      render: (_, row) =>
        row.channels.length === 0 ? (
          <StateTag words={texts.none} tone="bad" icon="shield" />
        ) : (
          <Listed items={row.channels.map((channel) => t(valueWordsOf('channel', channel)))} />
        ),
    },
    { title: w.next, render: (_, row) => <When at={row.nextTryAt ?? row.dueFrom} as="both" /> },
    { title: w.attempts, dataIndex: 'attempts', align: 'right' },
    {
      title: '',
      fixed: 'right',
      render: (_, row) => (
        <div className={styles['actions']}>
          <RowActions row={row} />
        </div>
      ),
    },
  ];
}

/** Due on a day, at kilometres, or both; beneath it what the car has run. */
function Due({ row }: { readonly row: Row }) {
  const w = useWords(texts);
  return (
    <>
      <span className="figures nowrap">
        {row.dueOn ?? ''} {row.dueKm === null ? null : <Kilometres km={row.dueKm} />}
      </span>
      <div className="nowrap">
        {w.km} <Kilometres km={row.odometerKm} />
      </div>
    </>
  );
}

function RowActions({ row }: { readonly row: Row }) {
  const actor = useActor();
  const now = useNow();
  const known = { outreachId: row.outreachId, version: row.version };
  const at = { state: row.state, actor };
  const consented = row.channels.length > 0;
  return (
    <CommandBar
      size="small"
      commands={[
        {
          contract: outreachContracts.attempt,
          known,
          kind: 'primary',
          initial: { channel: row.channels[0] ?? 'phone', result: 'reached', nextTryAt: addMinutes(now, 24 * 60) },
          disabled: checkAction(outreachMachine, 'attempt', at) ?? (consented ? null : refuse('no_consent')),
        },
        { contract: outreachContracts.close, known, disabled: checkAction(outreachMachine, 'close', at) },
      ]}
    />
  );
}
