import type { Words } from '#domain/kernel/words.ts';
import { checkItems, itemsToCheck } from '#domain/quality/check-items.ts';
import type { InspectionKind } from '#domain/quality/inspection.ts';
import { scopeOf } from '#domain/workshop/check-scope.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { vehicleCheckItems } from '#domain/settlement/vehicle-check.items.ts';
import type { FormOption, FormOptions } from '#web/ui/contract-form/form-context.ts';

type Asked = {
  readonly action: string;
  readonly lineId: string | null;
  readonly say: (words: Words) => string;
};

/** Which check an action makes, and the field that holds its points. */
const checks: Readonly<Record<string, { readonly kind: InspectionKind; readonly field: string }>> = {
  finish_work: { kind: 'self_check', field: 'selfCheck' },
  leader_check: { kind: 'leader_check', field: 'items' },
  final_inspect: { kind: 'final_inspection', field: 'items' },
  wash: { kind: 'wash_check', field: 'items' },
  internal_check: { kind: 'internal_check', field: 'items' },
};

/** The points that a check must answer, by action: of the line's trade and category, or of all that was worked on. */
export function checkPoints(view: VisitView, { action, lineId, say }: Asked): FormOptions {
  if (action === 'check_vehicle') return { items: pointsOf(vehicleCheckItems, say) };
  const check = checks[action];
  if (!check) return {};
  const worked = view.lines.filter((line) => (lineId === null ? line.workState !== null : line.lineId === lineId));
  const points = itemsToCheck(check.kind, scopeOf(worked)).map((key) => ({ value: key, label: say(checkItems[key]) }));
  return { [check.field]: points };
}

const pointsOf = (items: Readonly<Record<string, Words>>, say: Asked['say']): FormOption[] =>
  Object.entries(items).map(([value, words]) => ({ value, label: say(words) }));
