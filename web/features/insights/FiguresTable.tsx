import { valueWordsOf } from '#domain/process/value-words.ts';
import type { TableColumnsType } from 'antd';
import type { insightsContracts } from '#domain/insights/insights.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { kpiWords } from '#web/features/insights/insights.words.ts';
import styles from '#web/features/insights/insights.module.css';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { Hours, Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';

type Figure = OutputOf<typeof insightsContracts.kpi>['figures'][number];

/** Each figure with what stands above and below the line. */
export function FiguresTable({ figures }: { readonly figures: readonly Figure[] | undefined }) {
  const t = useT();
  const w = useWords(kpiWords);
  const columns: TableColumnsType<Figure> = [
    { title: w.figure, render: (_, { name }) => t(name) },
    {
      title: w.value,
      align: 'right',
      render: (_, figure) => (
        <span className={`${styles['value']} figures`} title={t(valueWordsOf('unit', figure.unit))}>
          <Value figure={figure} />
        </span>
      ),
    },
    {
      title: w.numerator,
      align: 'right',
      render: (_, { key, unit, numerator }) => <Part unit={inSeconds(key) ? 'seconds' : unit} value={numerator} />,
    },
    {
      title: w.denominator,
      align: 'right',
      render: (_, { key, denominator }) => <Part unit={inSeconds(key) ? 'seconds' : 'count'} value={denominator} />,
    },
    { title: w.formula, render: (_, { formula }) => t(formula) },
  ];
  return <DataTable caption={w.title} rows={figures} columns={columns} keyOf={({ key }) => key} />;
}

function Value({ figure: { unit, value } }: { readonly figure: Figure }) {
  const w = useWords(kpiWords);
  if (value === null) return w.nothing;
  if (unit === 'percent') return `${(value / 100).toFixed(1)}%`;
  return unit === 'count' ? value : <Money fen={value} />;
}

/** Work is measured to the second and read in hours. */
const inSeconds = (key: Figure['key']) => key === 'efficiency';

type PartProps = { readonly unit: Figure['unit'] | 'seconds'; readonly value: number | null };

function Part({ unit, value }: PartProps) {
  if (unit === 'seconds') return <Hours centi={value === null ? null : Math.round(value / 36)} />;
  if (unit === 'fen' || unit === 'fen_each') return <Money fen={value} />;
  return <span className="figures">{value ?? '—'}</span>;
}
