import { useState, type FormEvent } from 'react';
import { formatQty, parseQty } from '#domain/kernel/quantity.ts';
import { stockContracts } from '#domain/parts/stock.contract.ts';
import { unitWords } from '#domain/parts/unit-words.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import type { StockedPart } from '#web/features/parts/part-view.ts';
import { partWords } from '#web/features/parts/PartName.tsx';
import styles from '#web/features/parts/parts.module.css';
import { stockWords } from '#web/features/parts/parts.words.ts';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneField, PhoneText } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Props = { readonly part: StockedPart; readonly onDone: () => void };

/** What was counted instead of what is booked; the difference is moved, with its reason. */
export function AdjustStock({ part, onDone }: Props) {
  const t = useT();
  const w = useWords(stockWords);
  const [counted, setCounted] = useState('');
  const [reason, setReason] = useState('');
  const adjust = useContractCommand(stockContracts.adjustStock, { onDone, touches: ['board:parts'] });
  const milli = counted.trim() === '' ? null : parseQty(counted.trim());
  const byMilli = milli === null ? null : milli - part.onHandMilli;
  const blocked = byMilli === null ? w.giveCount : byMilli === 0 ? w.noDifference : reason.trim() ? null : w.giveReason;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (byMilli !== null) adjust.run({ partId: part.partId, byMilli, reason });
  };
  return (
    <form className={styles['sign']} onSubmit={send} noValidate>
      <p>
        {t(partWords(part))} <span className="figures">{part.code}</span>
      </p>
      <PhoneField
        label={`${w.counted} (${t(unitWords(part.unit))})`}
        inputMode="decimal"
        value={counted}
        onChange={setCounted}
        hint={hintOf(t(stockWords.booked, { count: formatQty(part.onHandMilli) }), byMilli, t)}
        problem={problemOf(adjust.error, 'byMilli', t)}
      />
      <PhoneText label={w.why} value={reason} onChange={setReason} problem={problemOf(adjust.error, 'reason', t)} />
      <RefusalAlert error={adjust.error} shownFields={['byMilli', 'reason']} />
      <div className={styles['ways']}>
        <PhoneButton onPress={onDone}>{w.cancel}</PhoneButton>
        <PhoneButton type="submit" kind="primary" pending={adjust.pending} disabledReason={blocked}>
          {w.adjust}
        </PhoneButton>
      </div>
    </form>
  );
}

function hintOf(booked: string, byMilli: number | null, t: ReturnType<typeof useT>): string {
  if (byMilli === null) return booked;
  const sign = byMilli > 0 ? '+' : byMilli < 0 ? '−' : '';
  return `${booked} · ${t(stockWords.difference, { count: `${sign}${formatQty(Math.abs(byMilli))}` })}`;
}
