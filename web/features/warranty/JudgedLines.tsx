import type { TableColumnsType } from 'antd';
import type { warrantyListContracts } from '#domain/diagnosis/warranty-list.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { pathTo } from '#web/app/paths.ts';
import styles from '#web/features/warranty/warranty.module.css';
import { warrantyWords } from '#web/features/warranty/warranty.words.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { Kilometres, Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { Since } from '#web/ui/When.tsx';

export type JudgedLine = OutputOf<typeof warrantyListContracts.home>['toJudge'][number];

const tones: Readonly<Record<JudgedLine['warrantyState'], Tone>> = {
  not_checked: 'neutral',
  covered: 'good',
  not_covered: 'neutral',
  pending_diagnosis: 'warn',
  pending_manufacturer: 'warn',
  approved: 'good',
  denied: 'bad',
};

type Props = {
  readonly caption: string;
  readonly lines: readonly JudgedLine[] | undefined;
  readonly error: Error | null;
  readonly onJudge: (line: JudgedLine) => void;
};

/** Lines with their judgement, the car's warranty beside it. */
export function JudgedLines({ caption, lines, error, onJudge }: Props) {
  const t = useT();
  const w = useWords(warrantyWords);
  const columns: TableColumnsType<JudgedLine> = [
    {
      title: w.car,
      render: (_, line) => (
        <div className={styles['where']}>
          <PageLink to={pathTo('order', { orderId: line.orderId })}>
            <PlateTag plate={line.plate} /> {line.model}
          </PageLink>
          <span className={styles['quiet']}>
            {line.customerName} · {line.advisorName} · <span className="figures">{line.orderNo}</span>
          </span>
        </div>
      ),
    },
    {
      title: w.inWarranty,
      render: (_, line) => (
        <div className={styles['where']}>
          <Standing line={line} />
          <span className={`${styles['quiet']} figures`}>
            {line.firstSoldOn ?? '—'} · <Kilometres km={line.odometerKm} />
          </span>
        </div>
      ),
    },
    { title: w.line, render: (_, line) => `${t(valueWordsOf('kind', line.kind))} · ${line.description}` },
    { title: w.amount, align: 'right', render: (_, line) => <Money fen={line.amountFen} /> },
    { title: w.payer, render: (_, line) => t(valueWordsOf('payer', line.payer)) },
    {
      title: w.judgement,
      render: (_, line) => (
        <div className={styles['where']}>
          <span>
            <StateTag words={valueWordsOf('warrantyState', line.warrantyState)} tone={tones[line.warrantyState]} />{' '}
            {line.since ? <Since at={line.since} /> : null}
          </span>
          {line.warrantyReason ? (
            <span className={`${styles['quiet']} ${styles['reason']}`}>{line.warrantyReason}</span>
          ) : null}
        </div>
      ),
    },
    {
      title: '',
      fixed: 'right',
      render: (_, line) => <ActionButton onPress={() => onJudge(line)}>{w.judge}</ActionButton>,
    },
  ];
  return (
    <DataTable
      caption={caption}
      rows={lines}
      columns={columns}
      keyOf={({ lineId }) => lineId}
      error={error}
      empty={w.empty}
    />
  );
}

function Standing({ line: { inWarranty } }: { readonly line: JudgedLine }) {
  if (inWarranty === null) return <StateTag words={warrantyWords.unknown} tone="neutral" />;
  return inWarranty ? (
    <StateTag words={warrantyWords.within} tone="good" />
  ) : (
    <StateTag words={warrantyWords.over} tone="bad" />
  );
}
