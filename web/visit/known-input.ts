import type { Contract } from '#domain/kernel/contract.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { isWorked } from '#domain/repair-order/visit.rules.ts';

type Known = Readonly<Record<string, unknown>>;

/** What the page of a car knows of a command's input: ids and the versions that the reader saw. */
export function knownInput(contract: Contract, view: VisitView, lineId: string | null): Known {
  const wanted = Object.keys(contract.input.shape);
  const line = view.lines.find((each) => each.lineId === lineId);
  const presented = view.versions.find(({ state }) => state === 'presented');
  const statement = view.statements.find(({ payer, state }) => payer === 'customer' && state === 'presented');
  const pass = view.passes.find(({ state }) => state === 'issued');
  const signs = contract.path.includes(':statementId');
  const all: Known = {
    orderId: view.order.orderId,
    lineId: line?.lineId,
    version: line?.version ?? view.order.version,
    versionId: presented?.versionId,
    contentHash: signs ? statement?.contentHash : presented?.contentHash,
    statementId: signs ? (statement?.statementId ?? lastCustomerStatement(view)) : undefined,
    passId: pass?.passId,
  };
  const noHours: [string, null][] = line && !isWorked(line) ? [['flatRateHoursCenti', null]] : [];
  const told = Object.entries(all).filter(([, value]) => value !== undefined && value !== null);
  return Object.fromEntries(
    [...told, ...notOnThisCar(view), ...nobodyElse(view), ...noHours].filter(([name]) => wanted.includes(name)),
  );
}

/** A car without a plug has no charge to read, one that only has a plug no fuel. */
const notOnThisCar = ({ vehicle: { powerType } }: VisitView): [string, null][] => [
  ...(powerType === 'battery_electric' || powerType === 'plug_in_hybrid'
    ? []
    : [['chargePercent', null] as [string, null]]),
  ...(powerType === 'battery_electric' ? [['fuelEighths', null] as [string, null]] : []),
];

/** Whoever collects their own car has no code to show. */
const nobodyElse = ({ collectors }: VisitView): [string, null][] =>
  collectors.some(({ usedAt }) => usedAt === null) ? [] : [['code', null]];

const lastCustomerStatement = (view: VisitView): string | undefined =>
  view.statements.findLast(({ payer, state }) => payer === 'customer' && state !== 'withdrawn')?.statementId;
