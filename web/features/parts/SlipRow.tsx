import { useState } from 'react';
import type { Words } from '#domain/kernel/words.ts';
import { formatQty } from '#domain/kernel/quantity.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { unitWords } from '#domain/parts/unit-words.ts';
import { openOf, type SlipLine } from '#web/features/parts/slip-line.ts';
import { PartState } from '#web/features/parts/PartState.tsx';
import styles from '#web/features/parts/parts.module.css';
import { slipWords } from '#web/features/parts/parts.words.ts';
import { SlipLineActions } from '#web/features/parts/SlipLineActions.tsx';
import { Qty } from '#web/ui/figures.tsx';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { When } from '#web/ui/When.tsx';

type Props = {
  readonly view: VisitView;
  readonly line: SlipLine;
  /** The quantity typed, undefined while the line is not on the slip. */
  readonly wanted: string | undefined;
  readonly issuable: boolean;
  /** Why the line may not go out now. */
  readonly blocked: Words | null;
  readonly error: Error | null;
  /** Which row of the slip it is. */
  readonly index: number;
  readonly onChange: (text: string | null) => void;
};

/** One part line: where it lies, how much of it is agreed, put aside and out, and how much goes out now. */
export function SlipRow({ view, line, wanted, issuable, blocked, error, index, onChange }: Props) {
  const t = useT();
  const [id] = useState(() => `slip-${line.lineId}`);
  const problem =
    index < 0
      ? undefined
      : (problemOf(error, `lines.${index}.qtyMilli`, t) ?? problemOf(error, `lines.${index}.lineId`, t));
  return (
    <li className={styles['slipRow']}>
      <label className={styles['tick']}>
        {issuable ? (
          <input
            type="checkbox"
            checked={wanted !== undefined}
            disabled={blocked !== null}
            aria-label={t(slipWords.select, { name: line.description })}
            onChange={(event) => onChange(event.target.checked ? formatQty(openOf(line)) : null)}
          />
        ) : null}
      </label>
      <span className={`${styles['bin']} figures`}>{line.bin ?? '—'}</span>
      <LineFacts line={line} />
      <div className={styles['take']}>
        {wanted === undefined ? null : (
          <>
            <input
              className={styles['qty']}
              inputMode="decimal"
              value={wanted}
              aria-label={t(slipWords.quantityOf, { name: line.description })}
              aria-invalid={problem !== undefined}
              aria-describedby={problem ? id : undefined}
              onChange={(event) => onChange(event.target.value)}
            />
            <span>{t(unitWords(line.unit))}</span>
          </>
        )}
      </div>
      <div className={styles['below']}>
        {problem ? (
          <small id={id} role="alert" className={styles['problem']}>
            {problem}
          </small>
        ) : null}
        {issuable && blocked ? <small className={styles['quiet']}>{t(blocked)}</small> : null}
        <SlipLineActions view={view} line={line} />
      </div>
    </li>
  );
}

function LineFacts({ line }: { readonly line: SlipLine }) {
  const t = useT();
  const w = useWords(slipWords);
  return (
    <div className={styles['facts']}>
      <strong>{line.description}</strong>
      <span className={styles['marks']}>
        <PartState state={line.partState} />
        {line.partState === 'backordered' && line.eta ? <When at={line.eta} /> : null}
        <span className={styles['quiet']}>
          <span className="figures">{line.code}</span> {line.origin ? t(valueWordsOf('partOrigin', line.origin)) : ''}{' '}
          {line.availableMilli === null ? w.ownPart : ''}
        </span>
      </span>
      <span className={styles['amounts']}>
        {w.granted} <Qty milli={line.grantedMilli} unit={line.unit} /> · {w.issued} <Qty milli={line.issuedMilli} /> ·{' '}
        {w.reserved} <Qty milli={line.reservedMilli} />
      </span>
    </div>
  );
}
