import { useState } from 'react';
import { formatQty } from '#domain/kernel/quantity.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import styles from '#web/features/parts/parts.module.css';
import { slipWords } from '#web/features/parts/parts.words.ts';
import { SignSlip } from '#web/features/parts/SignSlip.tsx';
import { openOf, type SlipLine } from '#web/features/parts/slip-line.ts';
import { SlipRow } from '#web/features/parts/SlipRow.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Section } from '#web/ui/PageHeader.tsx';

/** Quantities typed for the lines that are ticked, by line id. */
type Wanted = Readonly<Record<string, string>>;

type Props = { readonly view: VisitView; readonly lines: readonly SlipLine[] };

/** The part lines of the order by bin, those ready to go out ticked, and the place to sign for them. */
export function IssueSlip({ view, lines }: Props) {
  const t = useT();
  const w = useWords(slipWords);
  const [touched, setTouched] = useState<Wanted | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const mayIssue = (line: SlipLine) => openOf(line) > 0 && issueAction(view, line.lineId)?.disabled === null;
  const issues = view.actions.some(({ action }) => action === 'issue_part');
  const ready = lines.filter((line) => mayIssue(line) && line.partState === 'reserved');
  const wanted = touched ?? Object.fromEntries(ready.map((line) => [line.lineId, formatQty(openOf(line))]));
  const chosen = lines.filter(({ lineId }) => lineId in wanted);
  return (
    <div className={styles['columns']}>
      <Section title={w.lines} side={<span>{t(slipWords.slipFor, { count: chosen.length })}</span>}>
        {lines.length === 0 ? <p>{w.noLines}</p> : null}
        <ul className={styles['slip']}>
          {lines.map((line) => (
            <SlipRow
              key={line.lineId}
              view={view}
              line={line}
              wanted={wanted[line.lineId]}
              issuable={issues && openOf(line) > 0}
              blocked={issueAction(view, line.lineId)?.disabled ?? null}
              error={error}
              index={chosen.findIndex(({ lineId }) => lineId === line.lineId)}
              onChange={(text) => setTouched(without(wanted, line.lineId, text))}
            />
          ))}
        </ul>
      </Section>
      {issues && lines.length > 0 ? (
        <SignSlip
          key={view.signatures.length}
          view={view}
          allOut={lines.every((line) => openOf(line) === 0)}
          lines={chosen.map(({ lineId }) => ({ lineId, text: wanted[lineId] ?? '' }))}
          onError={setError}
          onDone={() => setTouched(null)}
        />
      ) : null}
    </div>
  );
}

const issueAction = (view: VisitView, lineId: string) =>
  view.actions.find((each) => each.action === 'issue_part' && each.lineId === lineId);

/** The choice with a line's quantity set, or the line taken out of it. */
function without(wanted: Wanted, lineId: string, text: string | null): Wanted {
  const { [lineId]: _, ...rest } = wanted;
  return text === null ? rest : { ...rest, [lineId]: text };
}
