import { useState } from 'react';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { stockContracts } from '#domain/parts/stock.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { FindPart } from '#web/features/parts/FindPart.tsx';
import styles from '#web/features/parts/parts.module.css';
import { receiptWords } from '#web/features/parts/parts.words.ts';
import { Received } from '#web/features/parts/Received.tsx';
import { amountOf, costOf, qtyOf, withPart, type ReceiptRow } from '#web/features/parts/receipt-rows.ts';
import { ReceiptLine } from '#web/features/parts/ReceiptLine.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { Money } from '#web/ui/figures.tsx';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

const noHead = { supplier: '', voucher: '', note: '' };
type Head = typeof noHead;

/** Goods arrive: the supplier's paper, the parts with quantity and cost; cars that wait for them are served at once (R111). */
export function ReceiptPage() {
  const w = useWords(receiptWords);
  const [head, setHead] = useState<Head>(noHead);
  const [rows, setRows] = useState<readonly ReceiptRow[]>([]);
  const [done, setDone] = useState<OutputOf<typeof stockContracts.receiveGoods> | null>(null);
  const receive = useContractCommand(stockContracts.receiveGoods, { onDone: setDone, touches: ['board:*', 'order:*'] });
  const again = () => {
    setHead(noHead);
    setRows([]);
    setDone(null);
  };
  const send = () =>
    receive.run({
      ...head,
      lines: rows.map((row) => ({
        partId: row.part.partId,
        qtyMilli: qtyOf(row) ?? Number.NaN,
        unitCostFen: costOf(row) ?? Number.NaN,
      })),
    });
  if (done) return <Received receipt={done} onAgain={again} />;
  return (
    <>
      <PageHeader title={w.title} />
      <div className={styles['stack']}>
        <HeadFields head={head} error={receive.error} onChange={setHead} />
        <Section title={w.lines}>
          <FindPart onPart={(part) => setRows((before) => withPart(before, part))} />
          {rows.length === 0 ? <p className={styles['quiet']}>{w.noLines}</p> : null}
          <ul className={styles['slip']}>
            {rows.map((row, index) => (
              <ReceiptLine
                key={row.part.partId}
                row={row}
                index={index}
                error={receive.error}
                onChange={(next) => setRows((before) => before.map((each) => (each === row ? next : each)))}
                onRemove={() => setRows((before) => before.filter((each) => each !== row))}
              />
            ))}
          </ul>
          <Closing rows={rows} error={receive.error} pending={receive.pending} onSend={send} />
        </Section>
      </div>
    </>
  );
}

type HeadProps = {
  readonly head: Head;
  readonly error: Error | null;
  readonly onChange: (head: Head) => void;
};

function HeadFields({ head, error, onChange }: HeadProps) {
  const t = useT();
  const w = useWords(receiptWords);
  return (
    <Section title={w.head}>
      <div className={styles['headFields']}>
        {(['supplier', 'voucher', 'note'] as const).map((name) => (
          <PhoneField
            key={name}
            label={w[name]}
            value={head[name]}
            onChange={(value) => onChange({ ...head, [name]: value })}
            problem={problemOf(error, name, t)}
          />
        ))}
      </div>
    </Section>
  );
}

type ClosingProps = {
  readonly rows: readonly ReceiptRow[];
  readonly error: Error | null;
  readonly pending: boolean;
  readonly onSend: () => void;
};

function Closing({ rows, error, pending, onSend }: ClosingProps) {
  const w = useWords(receiptWords);
  const totalFen = rows.reduce((fen, row) => fen + (amountOf(row) ?? 0), 0);
  const shown = rows.flatMap((_, index) =>
    ['partId', 'qtyMilli', 'unitCostFen'].map((name) => `lines.${index}.${name}`),
  );
  return (
    <div className={styles['sign']}>
      <p className={styles['sum']}>
        {w.total} <Money fen={totalFen} />
      </p>
      <RefusalAlert error={error} shownFields={['supplier', 'voucher', 'note', ...shown]} />
      <div className={styles['ways']}>
        <ActionButton
          kind="primary"
          size="large"
          pending={pending}
          disabledReason={rows.length === 0 ? w.needLine : null}
          onPress={onSend}
        >
          {w.receive}
        </ActionButton>
      </div>
    </div>
  );
}
