import { Button } from 'antd';
import { insightsContracts } from '#domain/insights/insights.contract.ts';
import { shopDay } from '#domain/kernel/calendar.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { FiguresTable } from '#web/features/insights/FiguresTable.tsx';
import { kpiWords } from '#web/features/insights/insights.words.ts';
import styles from '#web/features/insights/insights.module.css';
import { usualPeriods, type Period } from '#web/features/insights/periods.ts';
import { onTimeOption, revenueOption, visitsOption, type Day } from '#web/features/insights/trend-charts.ts';
import { Chart } from '#web/ui/Chart.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { useNow } from '#web/ui/now.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

/** The figures of a period, what each is made of, and how they went day by day. */
export function InsightsPage() {
  const w = useWords(kpiWords);
  const today = shopDay(useNow());
  const usual = usualPeriods(today)[0]?.period ?? { from: today, to: today };
  const [period, setPeriod] = useUrlState(usual);
  const figures = useContractQuery(insightsContracts.kpi, period, { keepPrevious: true });
  const trend = useContractQuery(insightsContracts.trend, period, { keepPrevious: true });
  const error = figures.error ?? trend.error;
  return (
    <>
      <PageHeader title={w.title}>
        <PeriodInput period={period} today={today} onChange={setPeriod} />
      </PageHeader>
      <RefusalAlert error={error} />
      {trend.data ? <Charts days={trend.data.days} /> : error ? null : <Loading />}
      {error ? null : <FiguresTable figures={figures.data?.figures} />}
    </>
  );
}

type PeriodProps = {
  readonly period: Period;
  readonly today: string;
  readonly onChange: (period: Period) => void;
};

function PeriodInput({ period, today, onChange }: PeriodProps) {
  const t = useT();
  const w = useWords(kpiWords);
  return (
    <div className={styles['period']}>
      {usualPeriods(today).map(({ name, period: usual }) => (
        <Button
          key={name.en}
          type={usual.from === period.from && usual.to === period.to ? 'primary' : 'default'}
          onClick={() => onChange(usual)}
        >
          {t(name)}
        </Button>
      ))}
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {w[end]}
          <input
            type="date"
            className={styles['day']}
            value={period[end]}
            max={today}
            onChange={({ target }) => target.value && onChange({ ...period, [end]: target.value })}
          />
        </label>
      ))}
    </div>
  );
}

function Charts({ days }: { readonly days: readonly Day[] }) {
  const w = useWords(kpiWords);
  return (
    <div className={styles['charts']}>
      <Section title={w.visits}>
        <Chart label={w.visits} option={visitsOption(days, w)} />
      </Section>
      <Section title={w.revenue}>
        <Chart label={w.revenue} option={revenueOption(days, w)} />
      </Section>
      <Section title={w.onTime}>
        <Chart label={w.onTime} option={onTimeOption(days, w)} />
      </Section>
    </div>
  );
}
