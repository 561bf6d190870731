import type { OutputOf } from '#domain/kernel/contract.ts';
import type { counterContracts } from '#domain/parts/counter.contract.ts';
import styles from '#web/features/parts/parts.module.css';
import { slipWords } from '#web/features/parts/parts.words.ts';
import { Qty } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Section } from '#web/ui/PageHeader.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { When } from '#web/ui/When.tsx';
import { PaperLink } from '#web/visit/PaperLink.tsx';

type Slip = OutputOf<typeof counterContracts.ofOrder>['slips'][number];
type Props = { readonly orderId: string; readonly slips: readonly Slip[] };

/** What went over the counter for this order, each slip with who drew it and its paper. */
export function Slips({ orderId, slips }: Props) {
  const w = useWords(slipWords);
  return (
    <div className={styles['after']}>
      <Section title={w.slips}>
        {slips.length === 0 ? <p className={styles['quiet']}>{w.noSlips}</p> : null}
        <ul className={styles['slips']}>
          {slips.map((slip) => (
            <SlipEntry key={slip.slipNo} orderId={orderId} slip={slip} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function SlipEntry({ orderId, slip }: { readonly orderId: string; readonly slip: Slip }) {
  const t = useT();
  const w = useWords(slipWords);
  const isOut = slip.kind === 'issue';
  return (
    <li>
      <div className={styles['marks']}>
        <StateTag words={isOut ? slipWords.out : slipWords.back_in} tone={isOut ? 'good' : 'warn'} />
        <strong className="figures">{slip.slipNo}</strong>
        <When at={slip.movedAt} />
        <span className={styles['quiet']}>
          {slip.technicianName ? `${t(slipWords.drawnBy, { name: slip.technicianName })} · ` : ''}
          {slip.movedByName ? t(slipWords.by, { name: slip.movedByName }) : ''} {slip.reason ?? ''}
        </span>
        <PaperLink
          prints
          label={isOut ? w.print : w.printReturn}
          paper={{ orderId, paper: 'issue_slip', slipNo: slip.slipNo, copy: 'stub' }}
        />
      </div>
      <ul className={styles['picks']}>
        {slip.lines.map((line, index) => (
          <li key={index}>
            <span className={styles['grow']}>{line.name}</span>
            <Qty milli={line.qtyMilli} unit={line.unit} />
          </li>
        ))}
      </ul>
    </li>
  );
}
