import { Tooltip, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { ActionsMenu } from '#web/features/repair-order/ActionsMenu.tsx';
import { ActionDrawer, type Chosen } from '#web/features/repair-order/ActionsPanel.tsx';
import { LineProgress } from '#web/features/repair-order/LineProgress.tsx';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import { ShortTable } from '#web/ui/desk/ShortTable.tsx';
import { Hours, Money, Qty } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { isFormAction, type FormAction } from '#web/visit/action-contracts.ts';

const decisionTones: Readonly<Record<ChargeLine['decision'], Tone>> = {
  undecided: 'neutral',
  accepted: 'good',
  declined: 'bad',
  deferred: 'warn',
  revoked: 'bad',
};

const keyOf = ({ lineId }: ChargeLine) => lineId;

/** Every line with price, payer, decision, progress, and what may be done with it. */
export function LinesTable({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(orderWords);
  const [chosen, choose] = useState<Chosen | null>(null);
  const columns: TableColumnsType<ChargeLine> = [
    { title: '#', dataIndex: 'lineNo', width: 44 },
    {
      title: w.description,
      render: (_, line) => (
        <Tooltip title={line.reason}>
          {line.description}{' '}
          {line.necessity === 'normal' ? null : (
            <StateTag
              words={valueWordsOf('necessity', line.necessity)}
              tone={line.necessity === 'safety' ? 'bad' : 'warn'}
            />
          )}
        </Tooltip>
      ),
    },
    { title: w.kind, render: (_, line) => t(valueWordsOf('kind', line.kind)), width: 70 },
    {
      title: w.quantity,
      align: 'right',
      render: (_, line) =>
        line.flatRateHoursCenti === null ? (
          <Qty milli={line.qtyMilli} unit={line.unit} />
        ) : (
          <Hours centi={line.flatRateHoursCenti} />
        ),
    },
    { title: w.amount, align: 'right', render: (_, line) => <Money fen={line.amountFen} /> },
    { title: w.payer, render: (_, line) => t(valueWordsOf('payer', line.payer)) },
    {
      title: w.decision,
      render: (_, line) => (
        <StateTag words={valueWordsOf('decision', line.decision)} tone={decisionTones[line.decision]} />
      ),
    },
    { title: w.progress, render: (_, line) => <LineProgress line={line} /> },
    { title: '', render: (_, line) => <LineActions view={view} line={line} onChoose={choose} /> },
  ];
  const rows = view.lines.filter(({ removedAt }) => removedAt === null);
  return (
    <>
      <ShortTable caption={w.lines} columns={columns} rows={rows} keyOf={keyOf} empty={w.nothing} />
      <ActionDrawer view={view} chosen={chosen} onClose={() => choose(null)} />
    </>
  );
}

type ActionsProps = {
  readonly view: VisitView;
  readonly line: ChargeLine;
  readonly onChoose: (chosen: Chosen) => void;
};

function LineActions({ view, line, onChoose }: ActionsProps) {
  const t = useT();
  const w = useWords(orderWords);
  const mine = view.actions.filter(({ action, lineId }) => lineId === line.lineId && isFormAction(action));
  if (mine.length === 0) return null;
  return (
    <ActionsMenu
      label={w.actions}
      size="small"
      actions={mine}
      onChoose={(each) =>
        onChoose({ action: each.action as FormAction, lineId: line.lineId, title: `${t(each)} · ${line.description}` })
      }
    />
  );
}
