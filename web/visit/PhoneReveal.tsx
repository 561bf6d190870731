import { useState } from 'react';
import { customerContracts } from '#domain/customer/customer.contract.ts';
import { words } from '#domain/kernel/words.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import styles from '#web/visit/phone-reveal.module.css';

const texts = { show: words('显示号码', 'Show the number') };

type Props = { readonly customerId: string; readonly masked: string | null; readonly reason: string };

/** A masked number; showing it in full is a look that is recorded (R321). */
export function PhoneReveal({ customerId, masked, reason }: Props) {
  const w = useWords(texts);
  const [phone, setPhone] = useState<string | null>(null);
  const look = useContractCommand(customerContracts.lookAtPhone, {
    touches: [],
    onDone: (full) => setPhone([full.phone, full.phoneOther].filter(Boolean).join(' / ')),
  });
  if (masked === null) return null;
  if (phone) {
    return (
      <a className="figures" href={`tel:${phone.split(' ')[0]}`}>
        {phone}
      </a>
    );
  }
  return (
    <span className={styles['place']}>
      <span className="figures">{masked}</span>
      <button
        type="button"
        className={styles['show']}
        disabled={look.pending}
        onClick={() => look.run({ customerId, reason })}
      >
        {w.show}
      </button>
      <RefusalAlert error={look.error} />
    </span>
  );
}
