import type { Contract } from '#domain/kernel/contract.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';

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
  return Object.fromEntries(
    Object.entries(all).filter(([name, value]) => wanted.includes(name) && value !== undefined && value !== null),
  );
}

const lastCustomerStatement = (view: VisitView): string | undefined =>
  view.statements.findLast(({ payer, state }) => payer === 'customer' && state !== 'withdrawn')?.statementId;
