import { statementStateWords } from '#domain/process/statement-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { settlementWords } from '#web/features/settlement/settlement.words.ts';
import styles from '#web/features/settlement/settlement.module.css';
import { Hours, Money, Qty } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Section } from '#web/ui/PageHeader.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { PaperLink } from '#web/visit/PaperLink.tsx';

type Statement = VisitView['statements'][number];

/** What one payer owes, line by line, and what is still due. */
export function StatementCard({ view, statement }: { readonly view: VisitView; readonly statement: Statement }) {
  const t = useT();
  const w = useWords(settlementWords);
  const { orderId } = view.order;
  const due = view.money.payers.find(({ payer }) => payer === statement.payer)?.dueFen ?? 0;
  const rows = view.statementLines.filter(({ statementId }) => statementId === statement.statementId);
  const lineOf = (lineId: string) => view.lines.find((line) => line.lineId === lineId);
  const settled = ['paid', 'credited', 'nothing_due'].includes(statement.state);
  return (
    <Section
      title={`${t(valueWordsOf('payer', statement.payer))} · ${statement.statementNo}`}
      side={<StateTag words={statementStateWords(statement)} tone={settled ? 'good' : 'warn'} />}
    >
      <ul className={styles['lines']}>
        {rows.map((row) => {
          const line = lineOf(row.lineId);
          return (
            <li key={row.lineId}>
              <span>{line?.description}</span>
              <span>
                {line?.flatRateHoursCenti === null ? (
                  <Qty milli={row.settledQtyMilli} unit={line.unit} />
                ) : (
                  <Hours centi={line?.flatRateHoursCenti ?? null} />
                )}
              </span>
              <Money fen={row.settledFen} />
            </li>
          );
        })}
      </ul>
      <p className={styles['sum']}>
        {w.total} <Money fen={statement.totalFen} />
      </p>
      <p className={styles['sum']}>
        {w.due} <Money fen={due} />
      </p>
      <PaperLink
        prints
        label={t(valueWordsOf('paper', 'statement'))}
        paper={{ orderId, paper: 'statement', statementId: statement.statementId }}
      />
    </Section>
  );
}
