import { useState, type FormEvent } from 'react';
import { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import type { CustomerVisitView } from '#domain/repair-order/customer-visit.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { myVisitWords } from '#web/features/my-visit/my-visit.words.ts';
import styles from '#web/features/my-visit/my-visit.module.css';
import { useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { When } from '#web/ui/When.tsx';

/** The customer asks about plan and price, and reads the advisor's answers (R122). */
export function Questions({ visit }: { readonly visit: CustomerVisitView }) {
  const w = useWords(myVisitWords);
  const [question, setQuestion] = useState('');
  const command = useContractCommand(authorizationContracts.askQuestion, {
    touches: ['order:*'],
    onDone: () => setQuestion(''),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.run({ orderId: visit.orderId, question });
  };
  return (
    <PhoneCard>
      <h2>{w.questions}</h2>
      {visit.questions.map((each) => (
        <p key={each.contactId} className={styles['said']} data-asked={each.asked}>
          <small>
            {each.asked ? w.you : w.shop} · <When at={each.at} />
          </small>
          {each.text}
        </p>
      ))}
      <form className={styles['form']} onSubmit={submit}>
        <PhoneField label={w.question} value={question} onChange={setQuestion} />
        <RefusalAlert error={command.error} />
        <PhoneButton type="submit" wide pending={command.pending}>
          {w.ask}
        </PhoneButton>
      </form>
    </PhoneCard>
  );
}
