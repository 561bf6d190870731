import { Select } from 'antd';
import { wheel, wheelSteps, type WheelStep } from '#domain/kernel/wheel.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { orderStates, waitReasons, type OrderState, type WaitReason } from '#domain/repair-order/repair-order.ts';
import { visitListContracts } from '#domain/repair-order/visit-list.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import styles from '#web/features/repair-order/lists.module.css';
import { useVisitColumns } from '#web/features/repair-order/visit-columns.tsx';
import { FindInput } from '#web/ui/desk/FindInput.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { useGo, useUrlState } from '#web/ui/url-state.ts';

const texts = {
  title: words('车辆与工单', 'Cars and orders'),
  find: words('车牌、姓名、拼音、工单号', 'Plate, name, order number'),
  inShop: words('在店', 'In the shop'),
  state: words('状态', 'State'),
  step: words('步骤', 'Step'),
  waits: words('等待', 'Waits for'),
  anyStep: words('全部步骤', 'All steps'),
  anyWait: words('不限等待', 'Waiting or not'),
  total: words('共 {count} 台', '{count} cars'),
};
const inShop = 'open,ready';
const keysOf = (...values: readonly string[]) => Object.fromEntries(values.map((value) => [value, true]));
const choices = {
  state: keysOf(inShop, ...orderStates),
  step: keysOf('', ...wheelSteps),
  waits: keysOf('', ...waitReasons),
};

/** All cars on the wheel, filtered; the filters stand in the address. */
export function OrdersPage() {
  const t = useT();
  const w = useWords(texts);
  const go = useGo();
  const columns = useVisitColumns();
  const [filters, setFilters] = useUrlState({ state: inShop, step: '', text: '', waits: '' }, choices);
  const input = {
    states: filters.state.split(',') as OrderState[],
    limit: 200,
    ...(filters.step ? { step: filters.step as WheelStep } : {}),
    ...(filters.text ? { text: filters.text } : {}),
    ...(filters.waits ? { waits: filters.waits as WaitReason } : {}),
  };
  const { data, error, isPending } = useContractQuery(visitListContracts.visits, input, {
    topics: ['board:visits', 'order:*'],
    keepPrevious: true,
  });
  const states = [
    { value: inShop, label: w.inShop },
    ...orderStates.map((state) => ({ value: state, label: t(valueWordsOf('state', state)) })),
  ];
  return (
    <>
      <PageHeader title={w.title} note={data ? t(texts.total, { count: data.total }) : null} />
      <div className={styles['filters']}>
        <FindInput label={w.find} value={filters.text} onChange={(text) => setFilters({ text })} />
        <Select
          aria-label={w.state}
          value={filters.state}
          options={states}
          onChange={(state) => setFilters({ state })}
        />
        <Select
          aria-label={w.step}
          value={filters.step}
          options={[
            { value: '', label: w.anyStep },
            ...wheelSteps.map((step) => ({ value: step, label: t(wheel[step]) })),
          ]}
          onChange={(step) => setFilters({ step })}
        />
        <Select
          aria-label={w.waits}
          value={filters.waits}
          options={[
            { value: '', label: w.anyWait },
            ...waitReasons.map((each) => ({ value: each, label: t(valueWordsOf('reason', each)) })),
          ]}
          onChange={(waits) => setFilters({ waits })}
        />
      </div>
      <DataTable
        caption={w.title}
        rows={data?.rows}
        columns={columns}
        keyOf={(row) => row.orderId}
        loading={isPending}
        error={error}
        onRow={(row) => go(pathTo('order', { orderId: row.orderId }))}
      />
    </>
  );
}
