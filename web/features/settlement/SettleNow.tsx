import { useState } from 'react';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { nextActions } from '#domain/repair-order/next-actions.ts';
import type { OrderAction } from '#domain/repair-order/repair-order.transitions.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { settlementWords } from '#web/features/settlement/settlement.words.ts';
import styles from '#web/features/settlement/settlement.module.css';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Section } from '#web/ui/PageHeader.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { ActionForm } from '#web/visit/ActionForm.tsx';
import { isFormAction, type FormAction } from '#web/visit/action-contracts.ts';
import { PaperLink } from '#web/visit/PaperLink.tsx';

/** The cashier's actions, in the order in which a car is settled. */
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

/** What can be done now, the next step first, and the passes so far. */
export function SettleNow({ view }: { readonly view: VisitView }) {
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
  const first = nextActions(view).flatMap((name) => may.filter(({ action }) => action === name))[0];
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
      {chosen ? (
        <ActionForm
          view={view}
          action={chosen}
          lineId={null}
          onDone={() => choose(null)}
          onCancel={() => choose(null)}
        />
      ) : null}
      <Passes view={view} />
    </Section>
  );
}

function Passes({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(settlementWords);
  return (
    <>
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
    </>
  );
}
