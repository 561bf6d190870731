import type { ReactNode } from 'react';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { formatYuan } from '#domain/kernel/money.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { priceListContract } from '#domain/store/price-list.contract.ts';
import { unitWords } from '#domain/parts/unit-words.ts';
import { priceWords } from '#web/features/store/price.words.ts';
import styles from '#web/features/store/prices.module.css';
import { Hours, Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';

type PriceList = OutputOf<typeof priceListContract>;
type Named = { readonly name: string; readonly nameEn: string };

/** More are found by name: a phone does not scroll through a whole catalogue. */
const most = 100;

const nameWords = ({ name, nameEn }: Named) => words(name, nameEn || name);

/** Work with its hours, rate and price. */
export function LabourPrices({ rows }: { readonly rows: readonly PriceList['labour'][number][] }) {
  const t = useT();
  return (
    <Prices
      rows={rows}
      noteOf={(row) => (
        <>
          {t(valueWordsOf('trade', row.trade))} · <Hours centi={row.hoursCenti} /> ×{' '}
          {t(priceWords.perHour, { price: formatYuan(row.rateFen) })}
        </>
      )}
      fenOf={(row) => row.amountFen}
    />
  );
}

/** Parts with brand, origin and price. */
export function PartPrices({ rows }: { readonly rows: readonly PriceList['parts'][number][] }) {
  const t = useT();
  return (
    <Prices
      rows={rows}
      noteOf={(row) =>
        [row.brand, t(valueWordsOf('partOrigin', row.origin)), t(unitWords(row.unit))].filter(Boolean).join(' · ')
      }
      fenOf={(row) => row.priceFen}
    />
  );
}

type Props<Row> = {
  readonly rows: readonly Row[];
  readonly noteOf: (row: Row) => ReactNode;
  readonly fenOf: (row: Row) => number;
};

function Prices<Row extends Named & { readonly code: string }>({ rows, noteOf, fenOf }: Props<Row>) {
  const t = useT();
  const w = useWords(priceWords);
  if (rows.length === 0) return <p role="status">{w.none}</p>;
  return (
    <>
      <table className={styles['prices']}>
        <thead>
          <tr>
            <th scope="col">{w.name}</th>
            <th scope="col">{w.price}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr key={row.code}>
              <td>
                {t(nameWords(row))}
                <small>{noteOf(row)}</small>
              </td>
              <td>
                <Money fen={fenOf(row)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most ? <p role="status">{t(priceWords.more, { count: most })}</p> : null}
    </>
  );
}
