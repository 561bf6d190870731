import type { OutputOf } from '#domain/kernel/contract.ts';
import type { counterContracts } from '#domain/parts/counter.contract.ts';

/** A part line of an order, as the counter works on it. */
export type SlipLine = OutputOf<typeof counterContracts.ofOrder>['lines'][number];

/** What may still go out of a line, in thousandths. */
export const openOf = ({ grantedMilli, issuedMilli }: SlipLine): number => grantedMilli - issuedMilli;
