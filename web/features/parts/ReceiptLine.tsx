import { formatYuan } from '#domain/kernel/money.ts';
import { unitWords } from '#domain/parts/unit-words.ts';
import { partWords } from '#web/features/parts/PartName.tsx';
import styles from '#web/features/parts/parts.module.css';
import { receiptWords } from '#web/features/parts/parts.words.ts';
import { amountOf, averageAfter, type ReceiptRow } from '#web/features/parts/receipt-rows.ts';
import { Money } from '#web/ui/figures.tsx';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';

type Props = {
  readonly row: ReceiptRow;
  readonly index: number;
  readonly error: Error | null;
  readonly onChange: (row: ReceiptRow) => void;
  readonly onRemove: () => void;
};

/** One part of a delivery: where it goes, how many, at which cost, and what that makes of its average. */
export function ReceiptLine({ row, index, error, onChange, onRemove }: Props) {
  const t = useT();
  const w = useWords(receiptWords);
  const { part } = row;
  const average = averageAfter(row);
  const problem = (name: string) => problemOf(error, `lines.${index}.${name}`, t);
  return (
    <li className={styles['receiptRow']}>
      <div className={styles['facts']}>
        <strong>{t(partWords(part))}</strong>
        <span className={styles['quiet']}>
          <span className="figures">{part.code}</span> · {w.bin} <strong className="figures">{part.bin}</strong>
        </span>
        {average === null ? null : (
          <span className={styles['amounts']}>{t(receiptWords.newAverage, { cost: formatYuan(average) })}</span>
        )}
        {problem('partId') ? <small className={styles['problem']}>{problem('partId')}</small> : null}
      </div>
      <PhoneField
        label={`${w.quantity} (${t(unitWords(part.unit))})`}
        inputMode="decimal"
        value={row.qty}
        onChange={(qty) => onChange({ ...row, qty })}
        problem={problem('qtyMilli')}
      />
      <PhoneField
        label={w.unitCost}
        inputMode="decimal"
        value={row.cost}
        onChange={(cost) => onChange({ ...row, cost })}
        problem={problem('unitCostFen')}
      />
      <span className={styles['rowEnd']}>
        <Money fen={amountOf(row)} />
        <button
          type="button"
          className={styles['remove']}
          aria-label={t(receiptWords.remove, { name: t(partWords(part)) })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </span>
    </li>
  );
}
