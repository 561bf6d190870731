import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { isAddOn } from '#domain/repair-order/visit.rules.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { PaperLink } from '#web/visit/PaperLink.tsx';

const numbered = words('{paper}（第 {no} 版）', '{paper} (version {no})');

/** Every paper of this visit, as it was signed. */
export function PapersPanel({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(orderWords);
  const { orderId } = view.order;
  const presented = view.versions.filter(({ contentHash }) => contentHash !== null);
  return (
    <section className={styles['panel']}>
      <h3>{w.papers}</h3>
      <div className={styles['actions']}>
        <PaperLink
          prints
          label={t(valueWordsOf('paper', 'reception_form'))}
          paper={{ orderId, paper: 'reception_form' }}
        />
        {presented.map(({ versionId, versionNo }) => {
          const paper = isAddOn(view, versionNo) ? 'add_on_confirmation' : 'repair_order';
          const label = t(numbered, { paper: t(valueWordsOf('paper', paper)), no: versionNo });
          return <PaperLink key={versionId} prints label={label} paper={{ orderId, paper, versionId }} />;
        })}
        {view.statements
          .filter(({ state }) => state !== 'withdrawn')
          .map(({ statementId, payer }) => (
            <PaperLink
              key={statementId}
              prints
              label={`${t(valueWordsOf('paper', 'statement'))} · ${t(valueWordsOf('payer', payer))}`}
              paper={{ orderId, paper: 'statement', statementId }}
            />
          ))}
        {view.punches.length > 0 ? (
          <PaperLink
            prints
            label={t(valueWordsOf('paper', 'repair_report'))}
            paper={{ orderId, paper: 'repair_report' }}
          />
        ) : null}
        {view.passes.map(({ passId, passNo }) => (
          <PaperLink
            key={passId}
            prints
            label={`${t(valueWordsOf('paper', 'gate_pass'))} ${passNo}`}
            paper={{ orderId, paper: 'gate_pass', passId }}
          />
        ))}
      </div>
    </section>
  );
}
