import { useState } from 'react';
import { words } from '#domain/kernel/words.ts';
import { nextActions } from '#domain/repair-order/next-actions.ts';
import type { OrderAction } from '#domain/repair-order/repair-order.transitions.ts';
import { statementStateWords } from '#domain/process/statement-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { pathTo } from '#web/app/paths.ts';
import { useTitle } from '#web/app/title.ts';
import { PaymentsCard } from '#web/features/settlement/PaymentsCard.tsx';
import { settlementWords } from '#web/features/settlement/settlement.words.ts';
import styles from '#web/features/settlement/settlement.module.css';
import { Hours, Money, Qty } from '#web/ui/figures.tsx';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { usePathParams } from '#web/ui/url-state.ts';
import { ActionForm } from '#web/visit/ActionForm.tsx';
import { isFormAction, type FormAction } from '#web/visit/action-contracts.ts';
import { PaperLink } from '#web/visit/PaperLink.tsx';
import { useVisit } from '#web/visit/use-visit.ts';

const shown: readonly OrderAction[] = [
  'present_statements',
  'sign_statement',
  'take_payment',
  'issue_final_pass',
  'refund',
  'approve_credit',
  'issue_credit_note',
  'withdraw_statements',
  'void_pass',
];

/** One car at the cashier's: what each payer owes line by line, sign, pay, change, gate pass, print. */
export function SettlementPage() {
  const { orderId = '' } = usePathParams();
  const { data, error } = useVisit(orderId);
  return data ? <Settlement view={data} /> : <RefusalAlert error={error} />;
}

function Settlement({ view }: { readonly view: VisitView }) {
  const w = useWords(settlementWords);
  const { order, vehicle, customer } = view;
  useTitle(
    words(`${settlementWords.title.zh} ${vehicle.plate ?? ''}`, `${settlementWords.title.en} ${vehicle.plate ?? ''}`),
  );
  return (
    <>
      <PageHeader
        before={<PlateTag plate={vehicle.plate} size="large" />}
        title={customer.name}
        note={
          <PageLink to={pathTo('order', { orderId: order.orderId })}>
            {order.orderNo} · {vehicle.brand} {vehicle.model}
          </PageLink>
        }
      />
      <div className={styles['columns']}>
        <div className={styles['stack']}>
          {view.statements
            .filter(({ state }) => state !== 'withdrawn')
            .map((statement) => (
              <StatementCard key={statement.statementId} view={view} statement={statement} />
            ))}
          {view.statements.length === 0 ? <Section title={w.statement}>{w.noStatement}</Section> : null}
          <PaymentsCard view={view} />
        </div>
        <Now view={view} />
      </div>
    </>
  );
}

type Statement = VisitView['statements'][number];

function StatementCard({ view, statement }: { readonly view: VisitView; readonly statement: Statement }) {
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

function Now({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(settlementWords);
  const [chosen, choose] = useState<FormAction | null>(null);
  const offered = view.actions.filter(
    ({ action, lineId }) => lineId === null && isFormAction(action) && shown.includes(action as OrderAction),
  );
  const ordered = offered.toSorted(
    (a, b) => shown.indexOf(a.action as OrderAction) - shown.indexOf(b.action as OrderAction),
  );
  const may = ordered.filter(({ disabled }) => disabled === null);
  const next = nextActions(view);
  const first = next.flatMap((name) => may.filter(({ action }) => action === name))[0];
  const current = chosen ?? null;
  return (
    <Section title={w.actions}>
      <div className={styles['actions']}>
        {ordered.map((each) => (
          <ActionButton
            key={each.action}
            kind={each === first ? 'primary' : 'plain'}
            disabledReason={each.disabled ? t(each.disabled) : null}
            onPress={() => choose(each.action as FormAction)}
          >
            {t(each)}
          </ActionButton>
        ))}
      </div>
      {current ? (
        <ActionForm
          view={view}
          action={current}
          lineId={null}
          onDone={() => choose(null)}
          onCancel={() => choose(null)}
        />
      ) : null}
      <h3>{w.passes}</h3>
      {view.passes.length === 0 ? <p>{w.noPass}</p> : null}
      {view.passes.map((pass) => (
        <p key={pass.passId} className={styles['sum']}>
          <span className="figures">{pass.passNo}</span>{' '}
          <StateTag words={valueWordsOf('state', pass.state)} tone={pass.state === 'issued' ? 'good' : 'neutral'} />
          <PaperLink
            prints
            label={t(valueWordsOf('paper', 'gate_pass'))}
            paper={{ orderId: view.order.orderId, paper: 'gate_pass', passId: pass.passId }}
          />
        </p>
      ))}
    </Section>
  );
}
