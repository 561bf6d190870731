import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { formatYuan, labourFen, lineFenWithin, mostFen, type Fen } from '#domain/kernel/money.ts';
import type { ChargeLine, LineKind } from '#domain/estimate/charge-line.ts';
import type { Part, PartOrigin } from '#domain/parts/parts.ts';
import type { Trade } from '#domain/staff/staff.ts';
import type { LabourOperation } from '#domain/store/catalogue.ts';
import type { StoreSettings } from '#domain/store/settings.ts';

/** What the catalogue publishes for a line: the operation of labour or diagnosis, the part of a part line. */
export type Published = { readonly operation: LabourOperation | null; readonly part: Part | null };

/** What the author of a line asks for; null takes what is published. */
export type AskedPrice = {
  readonly kind: LineKind;
  readonly trade: Trade | null;
  readonly qtyMilli: number;
  readonly flatRateHoursCenti: number | null;
  readonly unitPriceFen: Fen | null;
  readonly discountFen: Fen;
  readonly taxRateBp: number | null;
  readonly capFen: Fen | null;
  readonly partOrigin: PartOrigin | null;
};

export type Price = Pick<
  ChargeLine,
  | 'trade'
  | 'qtyMilli'
  | 'flatRateHoursCenti'
  | 'unitPriceFen'
  | 'discountFen'
  | 'amountFen'
  | 'taxRateBp'
  | 'capFen'
  | 'partOrigin'
>;

export type PricedBy = Published & { readonly settings: StoreSettings };

/** One job is done once: its hours say how much of it there is. */
const oneJob = 1000;

/**
 * The price of a line from what is published (明码标价规定, art. 7): lower is allowed, higher is not. Fen, tax included.
 * Refusals: `price_above_list`, `fee_above_cap`, `part_unknown`, `amount_too_large`,
 * `invalid_input` (no price, or a discount above it).
 */
export function priceLine(asked: AskedPrice, by: PricedBy): Price | Refusal {
  if (asked.kind === 'labour' || asked.kind === 'diagnosis') return priceWork(asked, by);
  return asked.kind === 'part' ? pricePart(asked, by) : priceOther(asked, by);
}

function priceWork(asked: AskedPrice, { operation, settings }: PricedBy): Price | Refusal {
  const trade = operation?.trade ?? asked.trade ?? 'mechanical_electrical';
  const listRate = operation?.hourlyRateFen ?? settings.hourlyRateFen[trade];
  const unitPriceFen = asked.unitPriceFen ?? listRate;
  const hours = asked.flatRateHoursCenti ?? operation?.flatRateHoursCenti ?? 0;
  if (unitPriceFen > listRate) return aboveList(listRate);
  if (operation && hours > operation.flatRateHoursCenti)
    return aboveList(labourFen(listRate, operation.flatRateHoursCenti));
  const gross = labourFen(unitPriceFen, hours);
  const amount = net(gross, asked.discountFen);
  if (isRefusal(amount)) return amount;
  const cap = asked.kind === 'diagnosis' ? capOf(asked, settings.diagnosisFeeCapFen) : null;
  if (cap !== null && amount > cap)
    return refuse('fee_above_cap', { field: 'unitPriceFen', values: { cap: formatYuan(cap) } });
  return {
    trade,
    qtyMilli: oneJob,
    flatRateHoursCenti: hours,
    unitPriceFen,
    discountFen: asked.discountFen,
    amountFen: amount,
    taxRateBp: asked.taxRateBp ?? operation?.taxRateBp ?? settings.taxRateBp,
    capFen: cap,
    partOrigin: null,
  };
}

/** A line may lower the store's cap of a diagnosis fee, never raise it. */
const capOf = ({ capFen }: AskedPrice, storeCapFen: Fen): Fen => Math.min(capFen ?? storeCapFen, storeCapFen);

function pricePart(asked: AskedPrice, { part, settings }: PricedBy): Price | Refusal {
  const own = asked.partOrigin === 'customer_supplied';
  if (!own && !part?.active) return refuse('part_unknown', { field: 'partId' });
  const list = own ? 0 : (part?.priceFen ?? 0);
  const unitPriceFen = asked.unitPriceFen ?? list;
  if (unitPriceFen > list) return aboveList(list);
  const amount = net(lineFenWithin(unitPriceFen, asked.qtyMilli), asked.discountFen);
  if (isRefusal(amount)) return amount;
  return {
    ...unworked,
    qtyMilli: asked.qtyMilli,
    unitPriceFen,
    discountFen: asked.discountFen,
    amountFen: amount,
    taxRateBp: asked.taxRateBp ?? part?.taxRateBp ?? settings.taxRateBp,
    partOrigin: own ? 'customer_supplied' : (part?.origin ?? null),
  };
}

/** Sublet and other work has no published price, so its author states it. */
function priceOther(asked: AskedPrice, { settings }: PricedBy): Price | Refusal {
  if (asked.unitPriceFen === null) return refuse('invalid_input', { field: 'unitPriceFen' });
  const amount = net(lineFenWithin(asked.unitPriceFen, asked.qtyMilli), asked.discountFen);
  if (isRefusal(amount)) return amount;
  return {
    ...unworked,
    qtyMilli: asked.qtyMilli,
    unitPriceFen: asked.unitPriceFen,
    discountFen: asked.discountFen,
    amountFen: amount,
    taxRateBp: asked.taxRateBp ?? settings.taxRateBp,
    partOrigin: null,
  };
}

const unworked = { trade: null, flatRateHoursCenti: null, capFen: null } as const;

function net(gross: Fen | null, discountFen: Fen): Fen | Refusal {
  if (gross === null || gross > mostFen)
    return refuse('amount_too_large', { field: 'qtyMilli', values: { most: formatYuan(mostFen) } });
  return discountFen > gross ? refuse('invalid_input', { field: 'discountFen' }) : gross - discountFen;
}

const aboveList = (listFen: Fen): Refusal =>
  refuse('price_above_list', { field: 'unitPriceFen', values: { list: formatYuan(listFen) } });
