import { divideHalfUp } from '#domain/kernel/money.ts';
import type { Stock } from '#domain/parts/parts.ts';

/** Stock of a part that the store has never had. */
export const noStock = (partId: string): Stock => ({ partId, onHandMilli: 0, reservedMilli: 0, averageCostFen: 0 });

/** What may still be promised: on hand less reserved, in thousandths. */
export const availableMilli = ({ onHandMilli, reservedMilli }: Stock): number => onHandMilli - reservedMilli;

export type Arrival = { readonly qtyMilli: number; readonly unitCostFen: number };

/** Goods come in, or come back from an order: the average cost moves with them, half up to the fen (process rule 3). */
export function putIn(stock: Stock, { qtyMilli, unitCostFen }: Arrival): Stock {
  const onHandMilli = stock.onHandMilli + qtyMilli;
  const worth = BigInt(stock.onHandMilli) * BigInt(stock.averageCostFen) + BigInt(qtyMilli) * BigInt(unitCostFen);
  return { ...stock, onHandMilli, averageCostFen: divideHalfUp(worth, BigInt(onHandMilli)) };
}

export type Taking = { readonly qtyMilli: number; readonly fromReservedMilli: number };

/** Goods go out, as far as reserved from their reservation. Null when that would leave less than others have reserved. */
export function takeOut(stock: Stock, { qtyMilli, fromReservedMilli }: Taking): Stock | null {
  const onHandMilli = stock.onHandMilli - qtyMilli;
  const reservedMilli = stock.reservedMilli - fromReservedMilli;
  return onHandMilli >= reservedMilli && reservedMilli >= 0 ? { ...stock, onHandMilli, reservedMilli } : null;
}

/** Reserves above zero, releases below. Null when it is not there, or was not reserved. */
export function reserveStock(stock: Stock, qtyMilli: number): Stock | null {
  const reservedMilli = stock.reservedMilli + qtyMilli;
  return reservedMilli >= 0 && reservedMilli <= stock.onHandMilli ? { ...stock, reservedMilli } : null;
}

/** Counted differently than booked. Null when others have reserved more than there would be. */
export function adjustStock(stock: Stock, byMilli: number): Stock | null {
  const onHandMilli = stock.onHandMilli + byMilli;
  return onHandMilli >= stock.reservedMilli ? { ...stock, onHandMilli } : null;
}
