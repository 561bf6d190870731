import type { PaperKind } from '#domain/repair-order/repair-order.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

export type PaperOfVisit = { readonly paper: PaperKind; readonly subjectId: string | null };

/** The papers that concern the customer and exist: subjects are versions, statements and passes. */
export function papersOf({ order, reception, versions, statements, passes }: Visit): readonly PaperOfVisit[] {
  const decided = versions.filter(({ state }) => state === 'decided');
  const settled = statements.filter(
    ({ payer, state }) => payer === 'customer' && state !== 'draft' && state !== 'withdrawn',
  );
  return [
    ...(reception?.handedOverAt ? [{ paper: 'reception_form' as const, subjectId: null }] : []),
    ...decided.map(({ versionId, versionNo }) => ({
      paper: versionNo === 1 ? ('repair_order' as const) : ('add_on_confirmation' as const),
      subjectId: versionId,
    })),
    ...(order.readyAt ? [{ paper: 'repair_report' as const, subjectId: null }] : []),
    ...settled.map(({ statementId }) => ({ paper: 'statement' as const, subjectId: statementId })),
    ...passes
      .filter(({ state }) => state === 'issued')
      .map(({ passId }) => ({ paper: 'gate_pass' as const, subjectId: passId })),
  ];
}
