import type { IssueSlipLine, IssueSlipView } from '#documents/issue-slip/issue-slip.view.ts';
import type { PaperFrame } from '#documents/paper.view.ts';
import type { SlipMovement } from '#server/features/papers/slip-movements.queries.ts';
import { nameOf, signatureView, staffSignature, type PaperSources } from '#server/features/papers/paper-sources.ts';

/** One slip as it was signed, or as parts came back. */
export function issueSlipPaper(
  sources: PaperSources,
  [first, ...rest]: readonly [SlipMovement, ...SlipMovement[]],
  frame: PaperFrame,
): IssueSlipView {
  const { vehicle } = sources.visit;
  const { kind, technicianId, signatureId, movedBy, movedAt, reason } = first;
  const technician = nameOf(sources, technicianId);
  return {
    frame,
    kind: kind === 'issue' ? 'issue' : 'return',
    vehicleModel: `${vehicle.brand} ${vehicle.model}`.trim(),
    movedAt,
    storekeeper: nameOf(sources, movedBy),
    technician,
    reason,
    lines: [first, ...rest].map((movement) => lineView(sources, movement)),
    technicianSignature: signatureView(sources, { name: technician, channel: null, at: movedAt, signatureId }),
    storekeeperSignature: staffSignature(sources, movedBy, movedAt),
  };
}

function lineView({ visit }: PaperSources, movement: SlipMovement): IssueSlipLine {
  const { code, name, bin, unit, qtyMilli, unitCostFen, lineId, priceFen } = movement;
  const line = visit.lines.find((each) => each.lineId === lineId);
  return {
    code,
    name,
    bin,
    unit,
    origin: line?.partOrigin ?? null,
    payer: line?.payer ?? 'internal',
    grantedMilli: line?.grantedQtyMilli ?? 0,
    movedMilli: Math.abs(qtyMilli),
    unitCostFen,
    unitPriceFen: line?.unitPriceFen ?? priceFen,
  };
}
