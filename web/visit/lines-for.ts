import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import type { FormOption } from '#web/ui/contract-form/form-context.ts';

type Line = VisitView['lines'][number];

/** Lines not taken out of their draft. */
export const standing = ({ lines }: VisitView): readonly Line[] => lines.filter(({ removedAt }) => removedAt === null);

export const lineOption = ({ lineId, lineNo, description }: Line): FormOption => ({
  value: lineId,
  label: `${lineNo}. ${description}`,
});

/** The lines that an action's form offers: those alone that it can be done to. */
export function linesFor(action: string, view: VisitView): readonly Line[] {
  const lines = standing(view);
  switch (action) {
    case 'refuse_safety':
      return unsignedSafety(view);
    case 'record_old_part':
      return lines.filter(({ grantId }) => grantId !== null);
    case 'perform_other':
      return lines.filter(
        ({ kind, grantId, performedAt }) =>
          (kind === 'sublet' || kind === 'other') && grantId !== null && performedAt === null,
      );
    default:
      return lines;
  }
}

/** Safety jobs that leave undone, each once with its parts, not signed yet (R232). */
function unsignedSafety(view: VisitView): readonly Line[] {
  const undone = standing(view).filter(
    ({ necessity, decision }) => necessity === 'safety' && decision !== 'accepted' && decision !== 'undecided',
  );
  const isPart = ({ parentLineId }: Line) => undone.some(({ lineId }) => lineId === parentLineId);
  const isSigned = ({ lineId }: Line) => view.safetyRefusals.some((refusal) => refusal.lineId === lineId);
  return undone.filter((line) => !isPart(line) && !isSigned(line));
}
