import { words } from '#domain/kernel/words.ts';
import { statementStateWords } from '#domain/process/statement-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { PapersPanel } from '#web/features/repair-order/PapersPanel.tsx';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import { Timeline } from '#web/ui/Timeline.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { When } from '#web/ui/When.tsx';
import { nameOf } from '#web/visit/use-visit.ts';

const texts = {
  byPayer: words('按付费方', 'By payer'),
  accepted: words('已同意', 'Accepted'),
  settled: words('已结算', 'Settled'),
  received: words('已收', 'Received'),
  due: words('应付', 'Due'),
  statements: words('结算单', 'Statements'),
  payments: words('收款', 'Payments'),
  passes: words('出门证', 'Gate passes'),
  code: words('放行码', 'Code'),
};

const statementTones: Readonly<Record<VisitView['statements'][number]['state'], Tone>> = {
  draft: 'neutral',
  presented: 'warn',
  signed: 'active',
  paid: 'good',
  credited: 'good',
  nothing_due: 'good',
  withdrawn: 'neutral',
};

/** Who owes what, the statements, what was received, the passes, the papers. */
export function MoneyPanel({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(texts);
  const o = useWords(orderWords);
  return (
    <div className={styles['grid']}>
      <section className={styles['panel']}>
        <h3>{w.byPayer}</h3>
        <table className={styles['moneyTable']}>
          <thead>
            <tr>
              <th>{w.byPayer}</th>
              <th>{w.accepted}</th>
              <th>{w.settled}</th>
              <th>{w.received}</th>
              <th>{w.due}</th>
            </tr>
          </thead>
          <tbody>
            {view.money.payers.map((row) => (
              <tr key={row.payer}>
                <th>{t(valueWordsOf('payer', row.payer))}</th>
                {[row.acceptedFen, row.settledFen, row.receivedFen, row.dueFen].map((fen, index) => (
                  <td key={index}>
                    <Money fen={fen} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <section className={styles['panel']}>
        <h3>{w.statements}</h3>
        {view.statements.length === 0 ? <p>{o.nothing}</p> : null}
        {view.statements.map((each) => (
          <p key={each.statementId} className={styles['cardTitle']}>
            <span className="figures">{each.statementNo}</span> {t(valueWordsOf('payer', each.payer))}{' '}
            <Money fen={each.totalFen} />
            <StateTag words={statementStateWords(each)} tone={statementTones[each.state]} />
          </p>
        ))}
      </section>
      <section className={styles['panel']}>
        <h3>{w.payments}</h3>
        {view.payments.length === 0 ? <p>{o.nothing}</p> : null}
        <Timeline
          entries={view.payments.map((each) => ({
            key: each.paymentId,
            at: each.takenAt,
            title: (
              <>
                {t(valueWordsOf('kind', each.kind))} <Money fen={each.amountFen} /> ·{' '}
                {t(valueWordsOf('method', each.method))}
              </>
            ),
            who: nameOf(view, each.takenBy),
            detail: each.reason ?? each.reference,
          }))}
        />
      </section>
      <section className={styles['panel']}>
        <h3>{w.passes}</h3>
        {view.passes.length === 0 ? <p>{o.nothing}</p> : null}
        {view.passes.map((each) => (
          <p key={each.passId} className={styles['cardTitle']}>
            <span className="figures">{each.passNo}</span> {t(valueWordsOf('kind', each.kind))}
            <StateTag words={valueWordsOf('state', each.state)} tone={each.state === 'issued' ? 'good' : 'neutral'} />
            {each.state === 'issued' ? (
              <span className="figures">
                {w.code} {each.code}
              </span>
            ) : null}
            <When at={each.usedAt ?? each.issuedAt} />
          </p>
        ))}
      </section>
      <PapersPanel view={view} />
    </div>
  );
}
