import { useState, type FormEvent } from 'react';
import { stockContracts } from '#domain/parts/stock.contract.ts';
import { call } from '#web/api/client.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { partWords } from '#web/features/parts/PartName.tsx';
import styles from '#web/features/parts/parts.module.css';
import { receiptWords } from '#web/features/parts/parts.words.ts';
import type { StockedPart } from '#web/features/parts/part-view.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { FindInput } from '#web/ui/desk/FindInput.tsx';
import { Qty } from '#web/ui/figures.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { Scanner } from '#web/ui/Scanner.tsx';

type Props = { readonly onPart: (part: StockedPart) => void };
const most = 8;

/** Finds parts by number, name or pinyin, and by scanning their codes one after the other. */
export function FindPart({ onPart }: Props) {
  const w = useWords(receiptWords);
  const [text, setText] = useState('');
  const [scans, setScans] = useState(false);
  const search = text.trim();
  const { data } = useContractQuery(
    stockContracts.stock,
    { search, limit: most },
    { enabled: search !== '', keepPrevious: true },
  );
  const found = search === '' ? [] : (data?.items ?? []);
  const take = (part: StockedPart) => {
    onPart(part);
    setText('');
  };
  const takeFirst = (event: FormEvent) => {
    event.preventDefault();
    if (found[0]) take(found[0]);
  };
  return (
    <div className={styles['sign']}>
      <form className={styles['filters']} onSubmit={takeFirst}>
        <FindInput label={w.find} value={text} onChange={setText} />
        <ActionButton icon={<Icon name="scan" size="small" />} onPress={() => setScans(!scans)}>
          {scans ? w.closeScan : w.scan}
        </ActionButton>
      </form>
      {scans ? <ScanPart onPart={onPart} /> : null}
      <FoundParts found={found} searched={search !== '' && data !== undefined} onPart={take} />
    </div>
  );
}

type FoundProps = Props & { readonly found: readonly StockedPart[]; readonly searched: boolean };

function FoundParts({ found, searched, onPart }: FoundProps) {
  const t = useT();
  const w = useWords(receiptWords);
  if (searched && found.length === 0) return <p role="status">{w.noneFound}</p>;
  return (
    <ul className={styles['found']}>
      {found.map((part) => (
        <li key={part.partId}>
          <button
            type="button"
            aria-label={t(receiptWords.add, { name: `${t(partWords(part))} ${part.code}` })}
            onClick={() => onPart(part)}
          >
            <Icon name="plus" size="small" />
            <span className={`${styles['bin']} figures`}>{part.bin}</span>
            <span className={styles['grow']}>
              {t(partWords(part))} <span className="figures">{part.code}</span>
            </span>
            <Qty milli={part.onHandMilli} unit={part.unit} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Each code read adds its part at once; a code that no part has is said. */
function ScanPart({ onPart }: Props) {
  const t = useT();
  const w = useWords(receiptWords);
  const [unknown, setUnknown] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const read = async (code: string) => {
    setError(null);
    try {
      const { items } = await call(stockContracts.stock, { search: code, limit: most });
      const part = items.find((each) => each.code.toLowerCase() === code.toLowerCase());
      setUnknown(part ? null : code);
      if (part) onPart(part);
    } catch (problem) {
      setError(problem as Error);
    }
  };
  return (
    <div className={styles['scan']}>
      <Scanner label={w.find} onCode={(code) => void read(code)} />
      {unknown === null ? null : <p role="alert">{t(receiptWords.unknownCode, { code: unknown })}</p>}
      <RefusalAlert error={error} />
    </div>
  );
}
