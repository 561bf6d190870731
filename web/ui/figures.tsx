import { formatYuan, type Fen } from '#domain/kernel/money.ts';
import { formatQty } from '#domain/kernel/quantity.ts';
import { unitWords } from '#domain/parts/unit-words.ts';
import { useT } from '#web/ui/language.ts';

/** `¥1,234.50` from integer fen. */
export const Money = ({ fen }: { readonly fen: Fen | null }) => (
  <span className="figures nowrap">{fen === null ? '—' : formatYuan(fen)}</span>
);

/** `1.50 h` from hundredths of an hour. */
export const Hours = ({ centi }: { readonly centi: number | null }) => (
  <span className="figures nowrap">{centi === null ? '—' : `${(centi / 100).toFixed(2)} h`}</span>
);

/** `4.5 L` from thousandths of a unit, in the shown language where the unit is a usual one. */
export function Qty({ milli, unit = '' }: { readonly milli: number | null; readonly unit?: string }) {
  const t = useT();
  return (
    <span className="figures nowrap">{milli === null ? '—' : `${formatQty(milli)} ${t(unitWords(unit))}`.trim()}</span>
  );
}

/** `45,210 km`. */
export const Kilometres = ({ km }: { readonly km: number | null }) => (
  <span className="figures nowrap">{km === null ? '—' : `${String(km).replaceAll(/\B(?=(\d{3})+$)/g, ',')} km`}</span>
);
