import { formatYuan } from '#domain/kernel/money.ts';
import type { Words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { useSession } from '#web/app/session.ts';
import type { FormOption, FormOptions } from '#web/ui/contract-form/form-context.ts';
import { useT } from '#web/ui/language.ts';
import { checkPoints } from '#web/visit/check-points.ts';
import { itemName } from '#web/visit/item-name.ts';
import { lineOption, linesFor, standing } from '#web/visit/lines-for.ts';

type Say = (words: Words) => string;

/** The choices of a visit's forms: its lines, versions, items and findings, the colleagues, teams and bays, the points to check. */
export function useFormOptions(view: VisitView, action: string, lineId: string | null): FormOptions {
  const t = useT();
  const staff = useContractQuery(staffContracts.listStaff, {}).data?.items ?? [];
  const bays = useContractQuery(staffContracts.listBays, {}).data?.items ?? [];
  const teams = useContractQuery(staffContracts.listTeams, {}).data?.items ?? [];
  const { staffId: self } = useSession();
  const named = (role: string): FormOption[] =>
    staff
      .filter(({ roles }) => roles.includes(role as never))
      .map(({ staffId, name }) => ({ value: staffId, label: name }));
  return {
    ...visitOptions(view, t),
    lineId: linesFor(action, view).map(lineOption),
    ...checkPoints(view, { action, lineId, say: t }),
    technicianId: named('technician'),
    toStaffId: named(action === 'hand_to_workshop' ? 'supervisor' : 'advisor'),
    bayId: bays.map(({ bayId, name }) => ({ value: bayId, label: name })),
    teamId: teams.map(({ teamId, name }) => ({ value: teamId, label: name })),
    signature: [{ value: signatoryOf(action, view, { staff, self }), label: '' }],
    collectorName: [{ value: view.order.presenterName, label: view.order.presenterName }],
  };
}

type People = {
  readonly staff: readonly { readonly staffId: string; readonly name: string }[];
  readonly self: string | null;
};

/** Customers sign what concerns them; colleagues sign their own checks, technicians the parts they are handed. */
function signatoryOf(action: string, view: VisitView, { staff, self }: People): string {
  const nameOf = (wanted: string | null | undefined) => staff.find(({ staffId }) => staffId === wanted)?.name ?? '';
  if (action === 'leader_check' || action === 'final_inspect') return nameOf(self);
  if (action !== 'issue_part') return view.order.presenterName;
  return nameOf(view.assignments.find(({ state }) => state !== 'void')?.technicianId);
}

function visitOptions(view: VisitView, t: Say): FormOptions {
  const lines = standing(view);
  return {
    parentLineId: lines.filter(({ kind }) => kind === 'labour').map(lineOption),
    'failedLines.lineId': lines.filter(({ workState }) => workState !== null).map(lineOption),
    lineIds: lines.filter(({ grantId }) => grantId !== null).map(lineOption),
    statementId: view.statements
      .filter(({ state }) => state !== 'withdrawn')
      .map((each) => ({
        value: each.statementId,
        label: `${each.statementNo} ${t(valueWordsOf('payer', each.payer))} ${formatYuan(each.totalFen)}`,
      })),
    itemIds: view.entrusted
      .filter(({ returnedAt }) => returnedAt === null)
      .map((item) => ({
        value: item.itemId,
        label: `${itemName(item, t)} ×${item.quantity}`,
      })),
    collectorId: view.collectors.map(({ collectorId, name }) => ({ value: collectorId, label: name })),
    findingId: view.findings.map(({ findingId, finding }) => ({ value: findingId, label: finding })),
    attachmentId: view.attachments.map(({ attachmentId, purpose, note }) => ({
      value: attachmentId,
      label: note ?? t(valueWordsOf('purpose', purpose)),
    })),
  };
}
