import { z } from 'zod';
import type { Contract } from '#domain/kernel/contract.ts';
import { query } from '#domain/kernel/contract.ts';
import { roleNames } from '#domain/kernel/role.ts';
import { lineOf } from '#domain/kernel/text.ts';
import { paperKinds } from '#domain/repair-order/repair-order.ts';
import { id } from '#domain/repair-order/visit.contract.ts';
import { statementRow } from '#domain/settlement/settlement.ts';

/** Which paper of a visit: of several versions, statements or passes the latest where none is named. */
const which = z.strictObject({
  orderId: id,
  paper: z.enum(paperKinds),
  versionId: id.optional(),
  statementId: id.optional(),
  passId: id.optional(),
  /** A slip of the parts counter by its number. */
  slipNo: lineOf(40).optional(),
  /** 客户联 for the customer, 存根联 for the shop (R137). */
  copy: z.enum(['customer', 'stub']).default('customer'),
});

/** The answer is a PDF, not JSON. */
const file = z.null();
const keepers = roleNames.filter((role) => role !== 'guard' && role !== 'washer' && role !== 'lounge_attendant');
const readers = ['advisor', 'cashier', 'service_manager', 'warranty_clerk', 'customer'] as const;

const print = {
  kind: 'command',
  method: 'POST',
  name: 'papers.print',
  zh: '打印单据',
  en: 'Print a paper',
  path: '/orders/:orderId/papers/:paper/print',
  callers: keepers.filter((role) => role !== 'customer'),
  input: which,
  output: file,
  refusals: [],
} as const satisfies Contract;

/** The papers of a visit as PDF (R137, R230, R241, R246). */
export const papersContracts = {
  view: query({
    name: 'papers.view',
    zh: '查看单据',
    en: 'See a paper',
    path: '/orders/:orderId/papers/:paper',
    callers: keepers,
    input: which,
    output: file,
  }),
  /** Answers the paper and counts the print. */
  print,
  /** What a statement says, byte for byte: what its signature is about. */
  statement: query({
    name: 'papers.statement',
    zh: '查看结算单内容',
    en: 'Read a statement',
    path: '/orders/:orderId/statements/:statementId',
    callers: readers,
    input: z.strictObject({ orderId: id, statementId: id }),
    output: z.strictObject({ statement: statementRow, content: z.string(), contentHash: z.string() }),
  }),
} as const;
