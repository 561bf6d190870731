import type { TableColumnsType } from 'antd';
import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { appointmentMachine } from '#domain/appointment/appointment.machine.ts';
import { tagMarkerWords } from '#domain/appointment/tag.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { addMinutes, shopTime } from '#domain/kernel/calendar.ts';
import { words } from '#domain/kernel/words.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { appointmentWords } from '#web/features/appointment/appointment.words.ts';
import styles from '#web/features/appointment/appointment.module.css';
import { stateTones } from '#web/features/appointment/state-tones.ts';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { useWords } from '#web/ui/language.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { useUrlState } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

type Row = OutputOf<typeof appointmentContracts.list>['items'][number];

const shows = {
  all: words('全部', 'All'),
  confirm: words('待确认', 'To confirm'),
  remind: words('待提醒', 'To remind'),
  late: words('延时', 'Late'),
  arrived: words('已到店', 'Arrived'),
  off: words('取消与失约', 'Cancelled, missed'),
} as const;
type Show = keyof typeof shows;

const isOpen = ({ state }: Row): boolean => state === 'requested' || state === 'confirmed';

const fits: Readonly<Record<Show, (row: Row) => boolean>> = {
  all: () => true,
  confirm: ({ state }) => state === 'requested',
  remind: (row) => isOpen(row) && row.remindedAt === null,
  late: ({ marker }) => marker === 'late',
  arrived: ({ state }) => state === 'arrived',
  off: ({ state }) => state === 'cancelled' || state === 'no_show',
};

type Props = { readonly day: string; readonly onOpen: (appointmentId: string) => void };

/** Every appointment of the day in one list: who is to be confirmed or reminded, who is late, who came. */
export function DayList({ day, onOpen }: Props) {
  const w = useWords(appointmentWords);
  const [{ show }, setUrl] = useUrlState({ show: 'all' }, { show: shows });
  const columns = useColumns();
  const { data, error, isPending } = useContractQuery(
    appointmentContracts.list,
    { from: day, to: day, limit: 200 },
    { topics: ['board:appointments'], keepPrevious: true },
  );
  return (
    <section className={styles['day']}>
      <ShowFilter value={show} options={shows} onChange={(next) => setUrl({ show: next })} />
      <DataTable
        caption={w.list}
        rows={data?.items.filter(fits[show as Show])}
        columns={columns}
        keyOf={(row) => row.appointmentId}
        loading={isPending}
        error={error}
        empty={w.empty}
        onRow={(row) => onOpen(row.appointmentId)}
      />
    </section>
  );
}

function useColumns(): TableColumnsType<Row> {
  const w = useWords(appointmentWords);
  return [
    {
      title: w.time,
      render: (_, row) => (
        <span className="figures nowrap">
          {shopTime(row.startsAt)}–{shopTime(addMinutes(row.startsAt, row.minutes))}
        </span>
      ),
    },
    { title: w.customer, dataIndex: 'customerName' },
    {
      title: w.cars,
      render: (_, row) =>
        row.plates.length === 0 ? (
          <PlateTag plate={null} size="small" />
        ) : (
          row.plates.map((plate) => <PlateTag key={plate} plate={plate} size="small" />)
        ),
    },
    { title: w.jobs, dataIndex: 'requestedJobs', width: 260, ellipsis: true },
    { title: w.advisor, render: (_, row) => row.advisorName ?? w.unassigned },
    { title: w.bay, render: (_, row) => row.bayName ?? '—' },
    {
      title: w.state,
      render: (_, row) => (
        <span className={styles['states']}>
          <StateTag words={appointmentMachine.states[row.state]} tone={stateTones[row.state]} />
          {row.marker === 'late' ? <StateTag words={tagMarkerWords.late} tone="warn" /> : null}
        </span>
      ),
    },
    {
      title: w.reminded,
      render: (_, row) =>
        row.remindedAt ? (
          <When at={row.remindedAt} />
        ) : isOpen(row) ? (
          <StateTag words={appointmentWords.notReminded} tone="neutral" icon="phone" />
        ) : (
          '—'
        ),
    },
  ];
}
