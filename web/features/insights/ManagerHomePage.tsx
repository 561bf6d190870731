import type { ReactNode } from 'react';
import { insightsContracts } from '#domain/insights/insights.contract.ts';
import { wheel } from '#domain/kernel/wheel.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { pathTo } from '#web/app/paths.ts';
import { managerWords } from '#web/features/insights/insights.words.ts';
import styles from '#web/features/insights/insights.module.css';
import { ManagerLists, type Home } from '#web/features/insights/ManagerLists.tsx';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { When } from '#web/ui/When.tsx';
import { ReadinessNote } from '#web/visit/ReadinessNote.tsx';

const topics = ['board:visits', 'order:*', 'board:appointments', 'board:complaints'] as const;

/** The service manager's day: cars by step, promises at risk, what waits and why, money due, complaints. */
export function ManagerHomePage() {
  const w = useWords(managerWords);
  const { data, error } = useContractQuery(insightsContracts.managerHome, {}, { topics, keepPrevious: true });
  return (
    <>
      <PageHeader title={w.title} note={data ? <When at={data.now} /> : null}>
        <ReadinessNote />
        <PageLink to={pathTo('insights')}>{w.figures}</PageLink>
      </PageHeader>
      {data ? null : error ? <RefusalAlert error={error} /> : <Loading />}
      {data ? (
        <>
          <Tiles home={data} />
          <Section title={w.steps}>
            <Steps home={data} />
          </Section>
          <ManagerLists home={data} />
        </>
      ) : null}
    </>
  );
}

function Tiles({ home: { today } }: { readonly home: Home }) {
  const w = useWords(managerWords);
  return (
    <div className={styles['tiles']}>
      <Tile name={w.inShop} to={pathTo('orders')}>
        {today.inShop}
      </Tile>
      <Tile name={w.arrived} to={pathTo('orders')}>
        {today.arrived}
      </Tile>
      <Tile name={w.delivered} to={pathTo('orders', {}, { state: 'delivered' })}>
        {today.delivered}
      </Tile>
      <Tile name={w.appointments} to={pathTo('appointments')}>
        {today.appointmentsArrived} / {today.appointments}
      </Tile>
      <Tile name={w.takings} to={pathTo('settlements', {}, { tab: 'takings' })}>
        <Money fen={today.takingsFen} />
      </Tile>
    </div>
  );
}

type TileProps = { readonly name: string; readonly to: string; readonly children: ReactNode };

const Tile = ({ name, to, children }: TileProps) => (
  <PageLink to={to} className={styles['tile']}>
    {name}
    <strong className="figures">{children}</strong>
  </PageLink>
);

function Steps({ home }: { readonly home: Home }) {
  const t = useT();
  return (
    <div className={styles['steps']}>
      {home.steps.map(({ step, cars }) => (
        <PageLink key={step} to={pathTo('orders', {}, { step })} className={styles['step']} data-cars={cars > 0}>
          <strong className="figures">{cars}</strong>
          {t(wheel[step])}
        </PageLink>
      ))}
    </div>
  );
}
