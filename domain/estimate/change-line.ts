import { checkDraftLine, checkOwnPayer } from '#domain/estimate/draft.ts';
import type { estimateContracts } from '#domain/estimate/estimate.contract.ts';
import { priceLine, type Published } from '#domain/estimate/price-line.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction, type At } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { change, checkVersion, decided, findLine, type Visit } from '#domain/repair-order/visit.ts';

type Change = InputOf<typeof estimateContracts.changeLine>;
type Removal = InputOf<typeof estimateContracts.removeLine>;

/** Changes an undecided line of the draft (R118), by the same published prices. */
export const changeLine: Decide<Visit, Change, VisitChanged, Published> = (visit, input, context) => {
  const line = editable(visit, input, { ...context, action: 'change_line' });
  if (isRefusal(line)) return line;
  const { description, payer, necessity, reason, ...asked } = input;
  const refusal = checkOwnPayer(visit, payer);
  if (refusal) return refusal;
  const { kind, trade, capFen, partOrigin } = line;
  const price = priceLine(
    { ...asked, kind, trade, capFen, partOrigin },
    { ...context.facts, settings: context.settings },
  );
  if (isRefusal(price)) return price;
  const next = change(visit, 'lines', line, { description, payer, necessity, reason, ...price });
  const payload = { lineId: line.lineId, payer, amountFen: price.amountFen, previousFen: line.amountFen };
  return decided(next, { action: 'change_line', payload }, visitAnswer(next, line.lineId));
};

/** Takes an undecided line out of the draft; its row stays. */
export const removeLine: Decide<Visit, Removal, VisitChanged> = (visit, input, context) => {
  const line = editable(visit, input, { ...context, action: 'remove_line' });
  if (isRefusal(line)) return line;
  const next = change(visit, 'lines', line, { removedAt: context.now });
  return decided(next, { action: 'remove_line', payload: { lineId: line.lineId } }, visitAnswer(next, line.lineId));
};

type Editing = At & { readonly action: 'change_line' | 'remove_line' };

function editable(visit: Visit, input: Removal, { action, ...at }: Editing): ChargeLine | Refusal {
  const refused = checkVisitAction(visit, action, at);
  if (refused) return refused;
  const line = findLine(visit, input.lineId);
  if (isRefusal(line)) return line;
  return (
    firstRefusal(
      () => checkVersion(line, input.version),
      () => checkDraftLine(visit, line),
    ) ?? line
  );
}
