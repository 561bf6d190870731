import type { OutputOf } from '#domain/kernel/contract.ts';
import type { stockContracts } from '#domain/parts/stock.contract.ts';

/** One part: what lies there, its movements, and the cars that want it. */
export type PartView = OutputOf<typeof stockContracts.part>;

/** A part as the lists of the stock show it. */
export type StockedPart = PartView['part'];
