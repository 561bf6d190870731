import { useState } from 'react';
import type { PaperKind } from '#domain/repair-order/repair-order.ts';
import { papersContracts } from '#domain/papers/papers.contract.ts';
import { callForFile, type CallInput } from '#web/api/client.ts';
import { Icon } from '#web/ui/Icon.tsx';
import styles from '#web/visit/paper-link.module.css';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Props = {
  readonly paper: Omit<CallInput<typeof papersContracts.view>, 'paper'> & { readonly paper: PaperKind };
  readonly label: string;
  /** Counts as a print. */
  readonly prints?: boolean;
};

/** Opens a paper as PDF. */
export function PaperLink({ paper, label, prints = false }: Props) {
  const [error, setError] = useState<Error | null>(null);
  const [pending, setPending] = useState(false);
  const open = async () => {
    setPending(true);
    setError(null);
    try {
      const file = await callForFile(prints ? papersContracts.print : papersContracts.view, paper);
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
        <Icon name={prints ? 'print' : 'paper'} size="small" /> {label}
      </button>
      <RefusalAlert error={error} />
    </>
  );
}
