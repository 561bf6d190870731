import type { PaperKind } from '#domain/repair-order/repair-order.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { isAddOn, performedLines } from '#domain/repair-order/visit.rules.ts';

export type PaperOfVisit = { readonly paper: PaperKind; readonly subjectId: string | null };

/** The papers that concern the customer and exist: subjects are versions and statements. The pass itself stands on their page. */
export function papersOf(visit: Visit): readonly PaperOfVisit[] {
  const { order, reception, versions, statements } = visit;
  const decided = versions.filter(({ state }) => state === 'decided');
  const settled = statements.filter(
    ({ payer, state }) => payer === 'customer' && state !== 'draft' && state !== 'withdrawn',
  );
  return [
    ...(reception?.handedOverAt ? [{ paper: 'reception_form' as const, subjectId: null }] : []),
    ...decided.map(({ versionId, versionNo }) => ({
      paper: isAddOn(visit, versionNo) ? ('add_on_confirmation' as const) : ('repair_order' as const),
      subjectId: versionId,
    })),
    ...(order.readyAt && performedLines(visit).length > 0
      ? [{ paper: 'repair_report' as const, subjectId: null }]
      : []),
    ...settled.map(({ statementId }) => ({ paper: 'statement' as const, subjectId: statementId })),
  ];
}
