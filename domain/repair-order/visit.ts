import type * as authorization from '#domain/authorization/authorization.ts';
import type { Customer, Vehicle, VehicleParty } from '#domain/customer/customer.ts';
import type * as delivery from '#domain/delivery/delivery.ts';
import type { Assignment } from '#domain/dispatch/assignment.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { Activity, Decision } from '#domain/kernel/decision.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { OldPart } from '#domain/parts/parts.ts';
import type { Inspection } from '#domain/quality/inspection.ts';
import type * as reception from '#domain/reception/reception.ts';
import type * as order from '#domain/repair-order/repair-order.ts';
import type * as settlement from '#domain/settlement/settlement.ts';
import type * as workshop from '#domain/workshop/workshop.ts';

/**
 * One visit, whole: the repair order and everything recorded under it. Every command on a visit is a pure function from
 * one visit to the next; what changed between the two is what gets stored, in one transaction.
 */
export type Visit = {
  readonly order: order.RepairOrder;
  /** Read with the visit, never changed through it. */
  readonly vehicle: Vehicle;
  readonly customer: Customer;
  readonly parties: readonly (VehicleParty & { readonly name: string; readonly approvalLimitFen: number | null })[];

  readonly reception: reception.Reception | null;
  readonly walkAround: readonly reception.WalkAroundItem[];
  readonly entrusted: readonly reception.EntrustedItem[];
  readonly custody: readonly reception.CustodyTransfer[];
  readonly ticks: readonly order.ChecklistTick[];
  readonly waits: readonly order.Wait[];
  readonly contacts: readonly order.CustomerContact[];
  readonly attachments: readonly order.Attachment[];
  /** Strokes are written once and not read back with the visit. */
  readonly signatures: readonly (Omit<order.Signature, 'strokes'> & { readonly strokes?: string })[];

  readonly versions: readonly authorization.AuthorizationVersion[];
  readonly contents: readonly (Omit<authorization.AuthorizationContent, 'content'> & { readonly content?: string })[];
  readonly lines: readonly ChargeLine[];
  readonly decisions: readonly (Omit<authorization.AuthorizationDecision, 'record'> & { readonly record?: string })[];
  readonly choices: readonly authorization.AuthorizationChoice[];
  readonly grants: readonly authorization.AuthorizationGrant[];
  readonly revocations: readonly authorization.GrantRevocation[];

  readonly assignments: readonly Assignment[];
  readonly punches: readonly workshop.Punch[];
  readonly participations: readonly workshop.Participation[];
  readonly inspections: readonly Inspection[];
  readonly findings: readonly workshop.Finding[];
  readonly oldParts: readonly OldPart[];

  readonly statements: readonly settlement.Statement[];
  readonly statementContents: readonly (Omit<settlement.StatementContent, 'content'> & { readonly content?: string })[];
  readonly statementLines: readonly settlement.StatementLine[];
  readonly safetyRefusals: readonly settlement.SafetyRefusal[];
  readonly payments: readonly settlement.Payment[];
  readonly allocations: readonly settlement.PaymentAllocation[];
  readonly creditNotes: readonly settlement.CreditNote[];

  readonly collectors: readonly delivery.CollectorAuthorization[];
  readonly passes: readonly delivery.GatePass[];
  readonly openings: readonly delivery.GateOpening[];
  readonly delivery: delivery.Delivery | null;
};

type Lists = {
  [Key in keyof Visit as NonNullable<Visit[Key]> extends readonly unknown[] ? Key : never]: Visit[Key];
};

/** The rows of a list with one row changed and its version raised; the others keep their identity. */
export function changeRow<Row extends object>(rows: readonly Row[], row: Row, changes: Partial<Row>): readonly Row[] {
  const raised = 'version' in row ? { version: (row.version as number) + 1 } : {};
  return rows.map((each) => (each === row ? { ...row, ...changes, ...raised } : each));
}

/** The visit with its order changed and the order's version raised. */
export function changeOrder(visit: Visit, changes: Partial<order.RepairOrder>): Visit {
  return { ...visit, order: { ...visit.order, ...changes, version: visit.order.version + 1 } };
}

/** The visit with one row of a list changed. */
export function change<Key extends keyof Lists>(
  visit: Visit,
  key: Key,
  ...[row, changes]: [Visit[Key][number], Partial<Visit[Key][number]>]
): Visit {
  return { ...visit, [key]: changeRow(visit[key] as readonly object[], row as object, changes as object) };
}

/** The visit with rows added to a list. */
export function add<Key extends keyof Lists>(visit: Visit, key: Key, ...rows: readonly Visit[Key][number][]): Visit {
  return { ...visit, [key]: [...visit[key], ...rows] };
}

/** Refuses what is based on another version of the row than the stored one. */
export function checkVersion(row: { readonly version: number }, seen: number): Refusal | null {
  return row.version === seen ? null : refuse('stale_version', { field: 'version' });
}

/** A line that was not taken out of its draft, or the refusal. */
export function findLine(visit: Visit, lineId: string): ChargeLine | Refusal {
  const line = visit.lines.find((each) => each.lineId === lineId && each.removedAt === null);
  return line ?? refuse('line_not_found', { field: 'lineId' });
}

/** A decision on a visit. */
export function decided<Output>(next: Visit, activity: Activity, output: Output): Decision<Visit, Output> {
  return { next, activity, output };
}
