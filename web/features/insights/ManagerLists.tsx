import type { ReactNode } from 'react';
import type { insightsContracts } from '#domain/insights/insights.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { pathTo } from '#web/app/paths.ts';
import { managerWords } from '#web/features/insights/insights.words.ts';
import styles from '#web/features/insights/insights.module.css';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import { durationWords, Since, When } from '#web/ui/When.tsx';

export type Home = OutputOf<typeof insightsContracts.managerHome>;

/** More is behind the head of each list. */
const shown = 8;

/** What needs the manager's eye, the most urgent first. */
export function ManagerLists({ home }: { readonly home: Home }) {
  return (
    <div className={styles['sections']}>
      <Promises home={home} />
      <Waits home={home} />
      <Unpaid home={home} />
      <Complaints home={home} />
    </div>
  );
}

type ListProps = {
  readonly title: string;
  readonly all: string;
  readonly rows: readonly ReactNode[];
};

function List({ title, all, rows }: ListProps) {
  const t = useT();
  const w = useWords(managerWords);
  return (
    <Section
      title={
        <PageLink to={all}>
          {title} <span className="figures">{rows.length}</span>
        </PageLink>
      }
    >
      {rows.length === 0 ? <p>{w.none}</p> : <ul className={styles['list']}>{rows.slice(0, shown)}</ul>}
      {rows.length > shown ? (
        <PageLink to={all}>{t(managerWords.more, { count: rows.length - shown })}</PageLink>
      ) : null}
    </Section>
  );
}

type CarProps = {
  readonly car: { readonly orderId: string; readonly plate: string | null };
  readonly what: ReactNode;
  readonly children: ReactNode;
};

const Car = ({ car, what, children }: CarProps) => (
  <li>
    <PageLink to={pathTo('order', { orderId: car.orderId })} className={styles['row']}>
      <PlateTag plate={car.plate} size="small" />
      <span className={styles['what']}>{what}</span>
      <span className={styles['side']}>{children}</span>
    </PageLink>
  </li>
);

function Promises({ home }: { readonly home: Home }) {
  const t = useT();
  const w = useWords(managerWords);
  const rows = home.promises.map((car) => (
    <Car key={car.orderId} car={car} what={`${car.model} · ${car.advisorName}`}>
      <PromiseLamp light={car.light} />
      {car.minutesLeft === 0
        ? w.dueNow
        : t(car.minutesLeft < 0 ? managerWords.late : managerWords.left, { length: t(durationWords(car.minutesLeft)) })}
    </Car>
  ));
  return <List title={w.promises} all={pathTo('orders')} rows={rows} />;
}

function Waits({ home }: { readonly home: Home }) {
  const w = useWords(managerWords);
  const rows = home.waits.map((car) => (
    <Car
      key={`${car.orderId}${car.since}${car.reason}`}
      car={car}
      what={
        <>
          {car.note ?? car.model}
          {car.expectedUntil ? (
            <>
              {' '}
              · {w.expected} <When at={car.expectedUntil} />
            </>
          ) : null}
        </>
      }
    >
      <StateTag words={valueWordsOf('reason', car.reason)} tone="warn" icon="clock" />
      <Since at={car.since} />
    </Car>
  ));
  return <List title={w.waits} all={pathTo('orders', {}, { waits: 'any' })} rows={rows} />;
}

function Unpaid({ home }: { readonly home: Home }) {
  const w = useWords(managerWords);
  const rows = home.unpaid.map((car) => (
    <Car key={car.orderId} car={car} what={`${car.model} · ${car.advisorName}`}>
      {w.due} <Money fen={car.dueFen} />
    </Car>
  ));
  return <List title={w.unpaid} all={pathTo('settlements')} rows={rows} />;
}

function Complaints({ home }: { readonly home: Home }) {
  const w = useWords(managerWords);
  const rows = home.complaints.map((each) => (
    <li key={each.complaintId}>
      <PageLink to={pathTo('complaints', {}, { complaint: each.complaintId })} className={styles['row']}>
        <StateTag words={valueWordsOf('level', each.level)} tone={each.overdue ? 'bad' : 'warn'} />
        <span className={styles['what']}>
          <b>{each.customerName}</b> · {each.assigneeName ?? w.unassigned}
        </span>
        <span className={styles['side']}>
          {each.overdue ? <StateTag words={managerWords.overdue} tone="bad" /> : <When at={each.respondBy} />}
        </span>
      </PageLink>
    </li>
  ));
  return <List title={w.complaints} all={pathTo('complaints')} rows={rows} />;
}
