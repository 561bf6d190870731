import type { Payer } from '#domain/estimate/charge-line.ts';
import { words, type Words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { StatementState } from '#domain/settlement/settlement.ts';

type Share = { readonly payer: Payer; readonly state: StatementState };

/** How a statement stands, as its payer's: the customer is to sign what was presented, others have only to pay it (R239). */
export const statementStateWords = ({ payer, state }: Share): Words =>
  state === 'presented' && payer === 'customer'
    ? words('待客户签字', 'To be signed')
    : valueWordsOf('statementState', state);
