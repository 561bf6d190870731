import { freshLine, type ChargeLine } from '#domain/estimate/charge-line.ts';
import { checkOwnPayer, withDraftVersion } from '#domain/estimate/draft.ts';
import { mayAddLine } from '#domain/estimate/estimate.guards.ts';
import type { estimateContracts } from '#domain/estimate/estimate.contract.ts';
import { priceLine, type Price, type Published } from '#domain/estimate/price-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, change, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';

type Input = InputOf<typeof estimateContracts.addLine>;

/** Adds a line to the draft version, which it begins where there is none (R113, R114, R121), at the published price or lower. */
export const addLine: Decide<Visit, Input, VisitChanged, Published> = (visit, input, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'add_line', { ...context, guard: mayAddLine }),
    () => checkOwnPayer(visit, input.payer),
    () => checkReferences(visit, input, context.facts),
  );
  if (refusal) return refusal;
  const price = priceLine(input, { ...context.facts, settings: context.settings });
  if (isRefusal(price)) return price;
  const { visit: drafted, draft } = withDraftVersion(visit, context);
  const placed = { lineId: context.newId(), lineNo: visit.lines.length + 1, versionId: draft.versionId };
  const line = lineFrom(input, { price, placed, published: context.facts });
  const next = answerFinding(add(drafted, 'lines', line), input.findingId, draft.versionId);
  const { lineId, lineNo, versionId, kind, payer, amountFen } = line;
  return decided(
    next,
    { action: 'add_line', payload: { lineId, lineNo, versionId, kind, payer, amountFen, findingId: input.findingId } },
    visitAnswer(next, lineId),
  );
};

function checkReferences(visit: Visit, input: Input, { operation }: Published): Refusal | null {
  const { operationId, parentLineId, findingId } = input;
  if (operationId !== null && !operation?.active) return refuse('not_found', { field: 'operationId' });
  if (findingId !== null && !visit.findings.some((each) => each.findingId === findingId))
    return refuse('not_found', { field: 'findingId' });
  if (parentLineId === null) return null;
  return isRefusal(findLine(visit, parentLineId)) ? refuse('line_not_found', { field: 'parentLineId' }) : null;
}

type Made = {
  readonly price: Price;
  readonly placed: Pick<ChargeLine, 'lineId' | 'lineNo' | 'versionId'>;
  readonly published: Published;
};

function lineFrom(input: Input, { price, placed, published }: Made): ChargeLine {
  const { kind, source, necessity, reason, description, parentLineId, payer } = input;
  const worked = kind === 'labour' || kind === 'diagnosis';
  const stocked = kind === 'part' && price.partOrigin !== 'customer_supplied';
  return {
    ...freshLine,
    ...placed,
    kind,
    source,
    necessity,
    reason,
    description,
    operationId: worked ? input.operationId : null,
    repairCategory: worked ? (published.operation?.repairCategory ?? null) : null,
    partId: stocked ? input.partId : null,
    parentLineId,
    unit: worked ? '工时' : (input.unit ?? published.part?.unit ?? ''),
    payer,
    ...price,
    partState: kind === 'part' ? 'requested' : null,
  };
}

/** The finding is answered by the version that its line stands in, once that is decided. */
function answerFinding(visit: Visit, findingId: string | null, versionId: string): Visit {
  const finding = visit.findings.find((each) => each.findingId === findingId);
  return finding ? change(visit, 'findings', finding, { answeredVersionId: versionId }) : visit;
}
