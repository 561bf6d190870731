import { words } from '#domain/kernel/words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { pathTo } from '#web/app/paths.ts';
import { useTitle } from '#web/app/title.ts';
import { PaymentsCard } from '#web/features/settlement/PaymentsCard.tsx';
import { SettleNow } from '#web/features/settlement/SettleNow.tsx';
import { settlementWords } from '#web/features/settlement/settlement.words.ts';
import styles from '#web/features/settlement/settlement.module.css';
import { StatementCard } from '#web/features/settlement/StatementCard.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { usePathParams } from '#web/ui/url-state.ts';
import { useVisit } from '#web/visit/use-visit.ts';

/** One car at the cashier's: what each payer owes line by line, sign, pay, change, gate pass, print. */
export function SettlementPage() {
  const { orderId = '' } = usePathParams();
  const { data, error } = useVisit(orderId);
  return data ? <Settlement view={data} /> : <RefusalAlert error={error} />;
}

function Settlement({ view }: { readonly view: VisitView }) {
  const w = useWords(settlementWords);
  const { order, vehicle, customer } = view;
  useTitle(
    words(`${settlementWords.title.zh} ${vehicle.plate ?? ''}`, `${settlementWords.title.en} ${vehicle.plate ?? ''}`),
  );
  return (
    <>
      <PageHeader
        before={<PlateTag plate={vehicle.plate} size="large" />}
        title={customer.name}
        note={
          <PageLink to={pathTo('order', { orderId: order.orderId })}>
            {order.orderNo} · {vehicle.brand} {vehicle.model}
          </PageLink>
        }
      />
      <div className={styles['columns']}>
        <div className={styles['stack']}>
          {view.statements
            .filter(({ state }) => state !== 'withdrawn')
            .map((statement) => (
              <StatementCard key={statement.statementId} view={view} statement={statement} />
            ))}
          {view.statements.length === 0 ? <Section title={w.statement}>{w.noStatement}</Section> : null}
          <PaymentsCard view={view} />
        </div>
        <SettleNow view={view} />
      </div>
    </>
  );
}
