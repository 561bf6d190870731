import type { TableColumnsType } from 'antd';
import { wheel, wheelSteps, type WheelStep } from '#domain/kernel/wheel.ts';
import { actionWords } from '#domain/repair-order/action-words.ts';
import { normKeys, norms } from '#domain/repair-order/norms.ts';
import type { StoreSettings } from '#domain/store/settings.ts';
import { storeContracts } from '#domain/store/store.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { normsWords } from '#web/features/store/settings.words.ts';
import styles from '#web/features/store/settings.module.css';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';

type Norm = (typeof norms)[keyof typeof norms] & { readonly key: string };

const normsOf = (step: WheelStep): Norm[] =>
  normKeys.filter((key) => norms[key].step === step).map((key) => ({ ...norms[key], key }));

/** Every norm that the shop follows, by step of the wheel, with how the system knows that it was kept. */
export function NormsPage() {
  const t = useT();
  const w = useWords(normsWords);
  const { data } = useContractQuery(storeContracts.readSettings, {}, { topics: ['board:settings'] });
  return (
    <>
      <PageHeader title={w.title} note={w.note}>
        <PageLink to={pathTo('settings')}>{w.change}</PageLink>
      </PageHeader>
      <div className={styles['steps']}>
        {data ? (
          <Section title={w.terms}>
            <Terms settings={data.settings} />
          </Section>
        ) : null}
        {wheelSteps
          .filter((step) => normsOf(step).length > 0)
          .map((step) => (
            <Section key={step} title={`${wheel[step].number} ${t(wheel[step])}`}>
              <Norms step={step} />
            </Section>
          ))}
      </div>
    </>
  );
}

function Norms({ step }: { readonly step: WheelStep }) {
  const t = useT();
  const w = useWords(normsWords);
  const columns: TableColumnsType<Norm> = [
    { title: w.norm, render: (_, norm) => t(norm) },
    {
      title: w.shownBy,
      render: (_, { evidence }) =>
        evidence === 'tick' ? w.tick : t(normsWords.record, { action: t(actionWords(evidence.action)) }),
    },
  ];
  return (
    <DataTable
      caption={t(wheel[step])}
      rows={normsOf(step)}
      columns={columns}
      keyOf={({ key }) => key}
      pageSize={100}
    />
  );
}

function Terms({ settings }: { readonly settings: StoreSettings }) {
  const t = useT();
  const { qualityCall, relationshipCall } = settings;
  const lines = [
    t(normsWords.quality, { from: qualityCall.fromDays, by: qualityCall.byDays }),
    t(normsWords.relation, { from: relationshipCall.fromDays, by: relationshipCall.byDays }),
    t(normsWords.attempts, { count: settings.followUpAttempts }),
    t(normsWords.file, { count: settings.customerFileDays }),
    t(normsWords.outreach, { days: settings.outreachLeadDays, km: settings.outreachLeadKm }),
    t(normsWords.late, { count: settings.appointmentLateMinutes }),
    t(normsWords.risk, { count: settings.promiseRiskMinutes }),
  ];
  return (
    <ul className={styles['terms']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
