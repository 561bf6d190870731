import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { fill } from '#domain/kernel/words.ts';
import { formatQty } from '#domain/kernel/quantity.ts';
import { unitWords } from '#domain/parts/unit-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import { useT } from '#web/ui/language.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import type { Tone } from '#web/ui/theme.ts';

const workTones: Readonly<Record<NonNullable<ChargeLine['workState']>, Tone>> = {
  queued: 'neutral',
  working: 'active',
  paused: 'warn',
  self_checked: 'active',
  leader_checked: 'good',
  inspected: 'good',
};
const partTones: Readonly<Record<NonNullable<ChargeLine['partState']>, Tone>> = {
  requested: 'neutral',
  reserved: 'active',
  backordered: 'bad',
  issued: 'good',
  returned: 'warn',
};

/** How far a line is: its work, its part, its judgement. */
export function LineProgress({ line }: { readonly line: ChargeLine }) {
  const t = useT();
  return (
    <>
      {line.workState ? (
        <StateTag words={valueWordsOf('workState', line.workState)} tone={workTones[line.workState]} />
      ) : null}
      {line.partState && line.grantId !== null ? (
        <StateTag
          words={valueWordsOf('partState', line.partState)}
          tone={partTones[line.partState]}
          title={`${formatQty(line.issuedQtyMilli)} / ${formatQty(line.grantedQtyMilli ?? line.qtyMilli)} ${t(unitWords(line.unit))}`}
        />
      ) : null}
      {line.reworkCount > 0 ? (
        <StateTag words={fill(orderWords.rework, { count: line.reworkCount })} tone="bad" icon="undo" />
      ) : null}
      {line.warrantyState === 'not_checked' ? null : (
        <StateTag
          words={valueWordsOf('warrantyState', line.warrantyState)}
          tone="active"
          title={line.warrantyReason ?? ''}
        />
      )}
    </>
  );
}
