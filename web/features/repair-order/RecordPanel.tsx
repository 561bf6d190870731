import { valueWordsOf } from '#domain/process/value-words.ts';
import { visitViewContracts } from '#domain/repair-order/visit-view.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { Timeline } from '#web/ui/Timeline.tsx';

/** Everything that was done, in order, with its place in the hash chain. */
export function RecordPanel({ orderId }: { readonly orderId: string }) {
  const t = useT();
  const w = useWords(orderWords);
  const { data, error } = useContractQuery(
    visitViewContracts.activities,
    { orderId },
    { topics: [`order:${orderId}`] },
  );
  if (!data) return <RefusalAlert error={error} />;
  const entries = data.rows.toReversed().map((row) => ({
    key: String(row.seq),
    at: row.at,
    title: `${row.seq}. ${t(row)}`,
    who: row.actorName ?? t(valueWordsOf('actorKind', row.actorKind)),
    detail: <span className={styles['hash']}>{row.hash.slice(0, 16)}…</span>,
  }));
  return (
    <>
      <p className={styles['hash']}>
        {w.chainHead} {data.chainHash}
      </p>
      <Timeline entries={entries} />
    </>
  );
}
