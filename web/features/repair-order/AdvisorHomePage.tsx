import { appointmentMachine } from '#domain/appointment/appointment.machine.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { words } from '#domain/kernel/words.ts';
import { visitListContracts, type VisitRowView } from '#domain/repair-order/visit-list.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import styles from '#web/features/repair-order/lists.module.css';
import { useVisitColumns } from '#web/features/repair-order/visit-columns.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import { useGo } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';
import { ReadinessNote } from '#web/visit/ReadinessNote.tsx';

const texts = {
  title: words('我的车', 'My cars'),
  receive: words('接车', 'Receive a car'),
  waiting: words('等我处理', 'Waits for me'),
  risk: words('承诺有风险', 'Promises at risk'),
  appointments: words('接下来的预约', 'Next appointments'),
  calm: words('没有', 'None'),
  noCars: words('您现在没有在店车辆', 'None of your cars is in the shop now'),
};

type Home = OutputOf<typeof visitListContracts.advisorHome>;

/** The advisor's day: who waits for me, which promise is at risk, who comes next, all my cars on the wheel. */
export function AdvisorHomePage() {
  const w = useWords(texts);
  const go = useGo();
  const columns = useVisitColumns();
  const { data, error } = useContractQuery(
    visitListContracts.advisorHome,
    {},
    { topics: ['board:visits', 'order:*', 'board:appointments'] },
  );
  return (
    <>
      <PageHeader title={w.title} note={<ReadinessNote />}>
        <ActionButton kind="primary" size="large" onPress={() => go(pathTo('receive_car'))}>
          {w.receive}
        </ActionButton>
      </PageHeader>
      {data ? <Attention home={data} /> : <RefusalAlert error={error} />}
      <DataTable
        caption={w.title}
        rows={data?.cars}
        columns={columns.filter(({ title }) => title !== undefined)}
        keyOf={(row) => row.orderId}
        error={error}
        empty={w.noCars}
        onRow={(row) => go(pathTo('order', { orderId: row.orderId }))}
      />
    </>
  );
}

function Attention({ home }: { readonly home: Home }) {
  const t = useT();
  const w = useWords(texts);
  const carOf = (orderId: string) => home.cars.find((car) => car.orderId === orderId);
  return (
    <div className={styles['attention']}>
      <Section title={w.waiting}>
        {home.waitingForMe.length === 0 ? <p>{w.calm}</p> : null}
        {home.waitingForMe.map((each) => (
          <Car key={`${each.orderId}${each.zh}`} car={carOf(each.orderId)} orderId={each.orderId}>
            {t(each)}
          </Car>
        ))}
      </Section>
      <Section title={w.risk}>
        {home.atRisk.length === 0 ? <p>{w.calm}</p> : null}
        {home.atRisk.map((orderId) => (
          <Car key={orderId} car={carOf(orderId)} orderId={orderId}>
            <PromiseLamp light={carOf(orderId)?.light ?? null} /> <When at={carOf(orderId)?.promisedAt ?? null} />
          </Car>
        ))}
      </Section>
      <Section title={w.appointments}>
        {home.appointments.length === 0 ? <p>{w.calm}</p> : null}
        {home.appointments.map((each) => (
          <PageLink key={each.appointmentId} to={pathTo('appointments')}>
            <span className={styles['row']}>
              <When at={each.startsAt} />{' '}
              {each.plates.map((plate) => (
                <PlateTag key={plate} plate={plate} size="small" />
              ))}{' '}
              {each.customerName}{' '}
              <StateTag
                words={appointmentMachine.states[each.state]}
                tone={each.state === 'arrived' ? 'good' : 'neutral'}
              />{' '}
              {each.requestedJobs}
            </span>
          </PageLink>
        ))}
      </Section>
    </div>
  );
}

type CarProps = {
  readonly car: VisitRowView | undefined;
  readonly orderId: string;
  readonly children: React.ReactNode;
};

const Car = ({ car, orderId, children }: CarProps) => (
  <PageLink to={pathTo('order', { orderId })}>
    <span className={styles['row']}>
      <PlateTag plate={car?.plate ?? null} size="small" /> {car?.customerName} {children}
    </span>
  </PageLink>
);
