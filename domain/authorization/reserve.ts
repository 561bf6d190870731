import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { Context } from '#domain/kernel/decision.ts';
import { staffIdOrNull } from '#domain/kernel/decision.ts';
import { add, change, type Visit } from '#domain/repair-order/visit.ts';

/** What is free of each part (on hand less reserved), in thousandths; the rows are locked. */
export type Availability = ReadonlyMap<string, number>;

/** Reserves the granted part lines in turn while stock lasts; the rest waits for parts (R110, R111). */
export function reserveGranted(visit: Visit, lineIds: readonly string[], context: Context<Availability>): Visit {
  const free = new Map(context.facts);
  return lineIds.reduce((so, lineId) => {
    const line = so.lines.find((each) => each.lineId === lineId);
    return line?.kind === 'part' ? reserveLine(so, line, { ...context, facts: free }) : so;
  }, visit);
}

function reserveLine(visit: Visit, line: ChargeLine, context: Context<Map<string, number>>): Visit {
  if (line.partOrigin === 'customer_supplied') return broughtAlong(visit, line);
  const partId = line.partId ?? '';
  const left = (context.facts.get(partId) ?? 0) - line.qtyMilli;
  if (left < 0) return backorder(visit, line, context);
  context.facts.set(partId, left);
  return change(visit, 'lines', line, { partState: 'reserved', reservedQtyMilli: line.qtyMilli });
}

/** The customer's own part came with the car: no stock to reserve, no slip to sign. */
const broughtAlong = (visit: Visit, line: ChargeLine): Visit =>
  change(visit, 'lines', line, { partState: 'issued', issuedQtyMilli: line.qtyMilli });

function backorder(visit: Visit, line: ChargeLine, { actor, now, newId }: Context<unknown>): Visit {
  const wait = {
    waitId: newId(),
    lineId: line.lineId,
    reason: 'parts' as const,
    note: null,
    since: now,
    expectedUntil: null,
    startedBy: staffIdOrNull(actor),
    endedAt: null,
    endedBy: null,
  };
  return add(change(visit, 'lines', line, { partState: 'backordered' }), 'waits', wait);
}
