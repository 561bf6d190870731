import type { TableColumnsType } from 'antd';
import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { addDays, shopDay } from '#domain/kernel/calendar.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { appointmentWords } from '#web/features/appointment/appointment.words.ts';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { Section } from '#web/ui/PageHeader.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { When } from '#web/ui/When.tsx';

type Row = OutputOf<typeof appointmentContracts.list>['items'][number];

/** Whoever missed an appointment is still called for so long. */
const daysBack = 14;

/** Customers who did not come and have no other appointment yet: to be called and booked again. Nothing where there are none. */
export function MissedList({ onOpen }: { readonly onOpen: (appointmentId: string) => void }) {
  const w = useWords(appointmentWords);
  const today = shopDay(useNow());
  const { data } = useContractQuery(
    appointmentContracts.list,
    { from: addDays(today, -daysBack), to: today, missed: true, limit: 200 },
    { topics: ['board:appointments'], keepPrevious: true },
  );
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={w.missed}>
      <DataTable
        caption={w.missed}
        rows={data.items}
        columns={columnsOf(w)}
        keyOf={({ appointmentId }) => appointmentId}
        empty={w.empty}
        onRow={({ appointmentId }) => onOpen(appointmentId)}
      />
    </Section>
  );
}

const columnsOf = (w: Readonly<Record<keyof typeof appointmentWords, string>>): TableColumnsType<Row> => [
  { title: w.time, render: (_, { startsAt }) => <When at={startsAt} /> },
  { title: w.customer, dataIndex: 'customerName' },
  {
    title: w.cars,
    render: (_, { plates }) =>
      (plates.length === 0 ? [null] : plates).map((plate) => <PlateTag key={plate ?? ''} plate={plate} size="small" />),
  },
  { title: w.jobs, dataIndex: 'requestedJobs', width: 260, ellipsis: true },
  { title: w.advisor, render: (_, { advisorName }) => advisorName ?? w.unassigned },
];
