import { useMemo, useState, type FormEvent } from 'react';
import { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import type { LineChoice } from '#domain/authorization/authorization.ts';
import type { Signatory } from '#domain/authorization/signatory.ts';
import { presentedContent } from '#domain/authorization/content.ts';
import { sum } from '#domain/kernel/money.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { CustomerVisitView } from '#domain/repair-order/customer-visit.contract.ts';
import type { Strokes } from '#domain/repair-order/visit.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { myVisitWords } from '#web/features/my-visit/my-visit.words.ts';
import styles from '#web/features/my-visit/my-visit.module.css';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';
import { PhoneChoice } from '#web/ui/phone/PhoneChoice.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { SignaturePad } from '#web/ui/SignaturePad.tsx';
import { When } from '#web/ui/When.tsx';
import { LineChoices } from '#web/visit/LineChoices.tsx';

type ToDecide = NonNullable<CustomerVisitView['toDecide']>;
type Props = { readonly visit: CustomerVisitView; readonly toDecide: ToDecide };

/** What the shop asks the customer to approve, exactly as frozen; decided line by line and signed (R118, R138, R174). */
export function DecideCard({ visit, toDecide }: Props) {
  const t = useT();
  const w = useWords(myVisitWords);
  const content = useMemo(() => presentedContent.parse(JSON.parse(toDecide.content)), [toDecide.content]);
  const command = useContractCommand(authorizationContracts.decide, { touches: ['order:*'] });
  const [choices, setChoices] = useState<Readonly<Record<string, LineChoice>>>({});
  const { signatories } = visit;
  const [{ kind, name }, setSignatory] = useState<Signatory>(signatories[0] ?? { kind: 'owner', name: '' });
  const [strokes, setStrokes] = useState<Strokes>([]);
  const accepted = content.lines.filter(({ lineId }) => choices[lineId] === 'accept');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.run({
      orderId: visit.orderId,
      versionId: toDecide.versionId,
      contentHash: toDecide.contentHash,
      choices: Object.entries(choices).map(([lineId, choice]) => ({ lineId, choice })),
      channel: 'customer_page',
      signatory: { kind, name },
      signature: { signedBy: name, strokes },
      attachmentId: null,
      readBack: null,
    });
  };
  return (
    <PhoneCard alive>
      <form className={styles['form']} onSubmit={submit}>
        <h2>{w.decide}</h2>
        <p className={styles['note']}>{w.decideHint}</p>
        <LineChoices
          lines={content.lines.map((line) => ({
            ...line,
            amountFen: line.customerFen,
            english: visit.namesEn[line.lineId],
          }))}
          choices={choices}
          onChange={setChoices}
        />
        <p className={styles['total']}>
          {w.total} <Money fen={sum(accepted.map(({ customerFen }) => customerFen))} />
        </p>
        <p>
          {w.promised} <When at={content.promisedAt} as="both" />
        </p>
        <details className={styles['note']}>
          <summary>{w.terms}</summary>
          {content.terms}
        </details>
        <PhoneChoice
          label={w.asOwner}
          value={kind}
          onChange={(chosen) =>
            setSignatory(signatories.find((each) => each.kind === chosen) ?? { kind: chosen, name })
          }
          options={signatories.map((each) => ({
            value: each.kind,
            label: `${t(valueWordsOf('signatory', each.kind))} ${each.name}`,
          }))}
        />
        <PhoneField label={w.name} value={name} onChange={(typed) => setSignatory({ kind, name: typed })} />
        <SignaturePad label={w.sign} onChange={setStrokes} />
        <p className={styles['hash']}>
          {w.evidence}: {toDecide.contentHash}
        </p>
        <RefusalAlert error={command.error} />
        <PhoneButton type="submit" kind="primary" wide pending={command.pending}>
          {w.send}
        </PhoneButton>
      </form>
    </PhoneCard>
  );
}
