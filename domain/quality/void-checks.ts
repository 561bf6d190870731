import type { Context } from '#domain/kernel/decision.ts';
import { raise } from '#domain/kernel/raise.ts';
import type { InspectionKind } from '#domain/quality/inspection.ts';
import { changeOrder, type Visit } from '#domain/repair-order/visit.ts';
import type { StatementState } from '#domain/settlement/settlement.ts';

const voidedKinds: ReadonlySet<InspectionKind> = new Set([
  'final_inspection',
  'wash_check',
  'internal_check',
  'vehicle_check',
]);
const unpaidStates: ReadonlySet<StatementState> = new Set(['draft', 'presented', 'signed', 'nothing_due']);

/**
 * Work resumes (R188): final inspection, internal check, vehicle check, unpaid statements and passes out hold no longer,
 * and the order is open again. Nothing is deleted; each row keeps when and why it fell.
 */
export function voidChecks(visit: Visit, reason: string, { now }: Pick<Context, 'now'>): Visit {
  const reopened = changeOrder(visit, {
    state: 'open',
    readyAt: null,
    parkingPlace: null,
    washStartedAt: null,
    washedAt: null,
    customerToldReadyAt: null,
    pickUpAt: null,
  });
  return {
    ...withoutStatements(reopened, { now, reason }),
    inspections: visit.inspections.map((each) =>
      voidedKinds.has(each.kind) && each.voidedAt === null ? { ...each, voidedAt: now, voidReason: reason } : each,
    ),
    passes: visit.passes.map((each) =>
      each.state === 'issued' ? raise(each, { state: 'void', voidedAt: now, voidReason: reason }) : each,
    ),
  };
}

type Voiding = { readonly now: string; readonly reason: string };

function withoutStatements(visit: Visit, { now, reason }: Voiding): Visit {
  const unpaid = new Set(
    visit.statements.filter(({ state }) => unpaidStates.has(state)).map(({ statementId }) => statementId),
  );
  return {
    ...visit,
    statements: visit.statements.map((each) =>
      unpaid.has(each.statementId)
        ? raise(each, { state: 'withdrawn', withdrawnAt: now, withdrawReason: reason })
        : each,
    ),
    statementLines: visit.statementLines.map((each) =>
      unpaid.has(each.statementId) && each.live ? { ...each, live: false } : each,
    ),
  };
}
