import { useState } from 'react';
import { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import type { CustomerVisitView } from '#domain/repair-order/customer-visit.contract.ts';
import { myVisitWords } from '#web/features/my-visit/my-visit.words.ts';
import styles from '#web/features/my-visit/my-visit.module.css';
import { ContractForm } from '#web/ui/contract-form/ContractForm.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';
import { QrCode } from '#web/ui/QrCode.tsx';
import { When } from '#web/ui/When.tsx';

/** Asked for while the car is still the shop's to hand over. */
const mayAuthorize = ({ actions, state }: CustomerVisitView) =>
  state === 'open' || state === 'ready' ? actions.find(({ action }) => action === 'authorize_collector') : undefined;

/** The gate pass to show, and the way to let another person collect the car. */
export function Collect({ visit }: { readonly visit: CustomerVisitView }) {
  const t = useT();
  const w = useWords(myVisitWords);
  const [asking, ask] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const action = mayAuthorize(visit);
  if (visit.passes.length === 0 && visit.collectors.length === 0 && !action) return null;
  return (
    <PhoneCard>
      {visit.passes.map((pass) => (
        <div key={pass.passId} className={styles['pass']}>
          <h2>
            {pass.kind === 'final' ? w.pass : w.temporaryPass} <span className="figures">{pass.passNo}</span>
          </h2>
          {pass.expectedReturnAt ? (
            <p>
              {w.backBy} <When at={pass.expectedReturnAt} as="both" />
            </p>
          ) : null}
          <QrCode text={pass.code} label={w.passHint} />
          <p className={styles['code']}>{pass.code}</p>
        </div>
      ))}
      {code ? (
        <>
          <p className={styles['code']}>
            {w.code}: {code}
          </p>
          <p className={styles['note']}>{w.codeHint}</p>
        </>
      ) : null}
      {visit.collectors.map((each) => (
        <p key={each.collectorId}>
          {each.used ? w.collected : w.collects}: {each.name}
        </p>
      ))}
      {action && !asking ? (
        <PhoneButton disabledReason={action.disabled ? t(action.disabled) : null} onPress={() => ask(true)}>
          {w.collector}
        </PhoneButton>
      ) : null}
      {asking ? (
        <ContractForm
          contract={deliveryContracts.authorizeCollector}
          known={{ orderId: visit.orderId, consent: 'one_time_code', evidence: null }}
          onDone={(output) => {
            setCode(output.code);
            ask(false);
          }}
          onCancel={() => ask(false)}
        />
      ) : null}
    </PhoneCard>
  );
}
