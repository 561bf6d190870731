import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { papersContracts } from '#domain/papers/papers.contract.ts';
import { printPaper, viewPaper } from '#server/features/papers/papers.commands.ts';
import { readVisit } from '#server/features/repair-order/visit-view.ts';
import { bind, type Binding } from '#server/http/bind.ts';
import type { Call } from '#server/http/call.ts';

type Read = typeof papersContracts.statement;

/** What a statement says, byte for byte. A customer reads the own one alone. Refusal `not_found`. */
async function readStatement(call: Call, { orderId, statementId }: InputOf<Read>): Promise<OutputOf<Read> | Refusal> {
  const { actor, tx } = call;
  if (actor.kind === 'customer' && actor.orderId !== orderId) return refuse('not_found');
  const visit = await readVisit(call, orderId);
  if (isRefusal(visit)) return visit;
  const statement = visit.statements.find((each) => each.statementId === statementId);
  if (!statement || (actor.kind === 'customer' && statement.payer !== 'customer')) return refuse('not_found');
  const { content, content_hash: contentHash } = await tx
    .selectFrom('statement_content')
    .select(['content', 'content_hash'])
    .where('order_id', '=', orderId)
    .where('statement_id', '=', statementId)
    .executeTakeFirstOrThrow();
  return { statement, content, contentHash };
}

/** Papers as PDF, and the text of a statement. */
export const papersRoutes: readonly Binding[] = [
  bind(papersContracts.view, viewPaper),
  bind(papersContracts.print, printPaper, { receipt: false }),
  bind(papersContracts.statement, readStatement),
];
