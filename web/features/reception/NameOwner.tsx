import { Input } from 'antd';
import { useState } from 'react';
import { customerContracts } from '#domain/customer/customer.contract.ts';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { receptionWords } from '#web/features/reception/reception.words.ts';
import styles from '#web/features/reception/reception.module.css';
import { useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

/** Whose car it is: found among the customers on file, and pressed (R061). */
export function NameOwner({ vehicleId }: { readonly vehicleId: string }) {
  const w = useWords(receptionWords);
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const asked = q.length > 1;
  const { data, error } = useContractQuery(customerViewContracts.search, { q }, { enabled: asked, keepPrevious: true });
  const name = useContractCommand(customerContracts.addParty, { touches: ['board:customers'] });
  const customers = asked ? (data?.customers ?? []) : [];
  return (
    <div className={styles['find']}>
      <p>{w.ownerMissing}</p>
      <Input
        size="large"
        placeholder={w.findOwner}
        aria-label={w.findOwner}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <RefusalAlert error={name.error ?? error} />
      <ul className={styles['found']}>
        {customers.map(({ customerId, name: called, phone, plates }) => (
          <li key={customerId}>
            <button
              type="button"
              aria-busy={name.pending}
              onClick={() => name.run({ vehicleId, customerId, relation: 'owner' })}
            >
              {called} <span className="figures">{phone}</span> {plates.join(' ')}
            </button>
          </li>
        ))}
        {asked && data && customers.length === 0 ? <li>{w.ownerNotFound}</li> : null}
      </ul>
    </div>
  );
}
