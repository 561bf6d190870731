import { useState } from 'react';
import type { Contract } from '#domain/kernel/contract.ts';
import { callForFile, type CallInput } from '#web/api/client.ts';
import styles from '#web/ui/FileLink.module.css';
import { Icon } from '#web/ui/Icon.tsx';
import type { IconName } from '#web/ui/icon-shapes.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Props<C extends Contract> = {
  readonly contract: C;
  readonly input: CallInput<C>;
  readonly label: string;
  readonly icon?: IconName;
};

/** Opens what an endpoint answers as a file, in a tab of its own. */
export function FileLink<C extends Contract>({ contract, input, label, icon = 'paper' }: Props<C>) {
  const [error, setError] = useState<Error | null>(null);
  const [pending, setPending] = useState(false);
  const open = async () => {
    setPending(true);
    setError(null);
    try {
      const file = await callForFile(contract, input);
      window.open(URL.createObjectURL(file), '_blank', 'noopener');
    } catch (reason) {
      setError(reason instanceof Error ? reason : new Error(String(reason)));
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <button type="button" className={styles['paper']} disabled={pending} onClick={() => void open()}>
        <Icon name={icon} size="small" /> {label}
      </button>
      <RefusalAlert error={error} />
    </>
  );
}
