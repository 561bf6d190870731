import type { Payer } from '#domain/estimate/charge-line.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context, Decide } from '#domain/kernel/decision.ts';
import { firstRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { visitAnswer, type VisitChanged } from '#domain/repair-order/visit.contract.ts';
import { add, decided, type Visit } from '#domain/repair-order/visit.ts';
import { isOwnCar, statementOf } from '#domain/repair-order/visit.rules.ts';
import { buildStatement, type StatementFacts } from '#domain/settlement/build-statement.ts';
import { chargesOf, settlingPayers } from '#domain/settlement/charges.ts';
import type { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { isNothingDone, settlementGuards } from '#domain/settlement/settlement.guards.ts';

type Input = InputOf<typeof settlementContracts.presentStatements>;

/** One statement per payer of what was done under grants, and always one for the customer, ¥0 too (R230–R238). */
export const presentStatements: Decide<Visit, Input, VisitChanged, StatementFacts> = (visit, input, context) => {
  const refusal = firstRefusal(
    () => checkVisitAction(visit, 'present_statements', { ...context, guard: settlementGuards.present_statements }),
    () => checkPromises(visit, input),
  );
  if (refusal) return refusal;
  const next = settlingPayers(visit).reduce(
    (so, payer, index) =>
      addStatement(so, { payer, input, context, statementNo: context.facts.statementNos[index] ?? '' }),
    visit,
  );
  const made = next.statements.filter(
    ({ statementId }) => !visit.statements.some((old) => old.statementId === statementId),
  );
  return decided(
    next,
    {
      action: 'present_statements',
      payload: {
        statements: made.map(({ statementId, payer, totalFen, taxFen }) => ({
          statementId,
          payer,
          totalFen,
          taxFen,
          contentHash: next.statementContents.find((each) => each.statementId === statementId)?.contentHash ?? '',
        })),
      },
    },
    visitAnswer(next, statementOf(next, 'customer')?.statementId ?? null),
  );
};

/** The next service by date and kilometres, and when the follow-up call is welcome (R235, R237). */
function checkPromises(visit: Visit, input: Input): Refusal | null {
  if (isOwnCar(visit)) return null;
  const serviced = !isNothingDone(visit);
  if (serviced && input.nextServiceOn === null) return refuse('next_service_missing', { field: 'nextServiceOn' });
  if (serviced && input.nextServiceKm === null) return refuse('next_service_missing', { field: 'nextServiceKm' });
  return input.preferredCall === null ? refuse('call_time_missing', { field: 'preferredCall' }) : null;
}

type Adding = {
  readonly payer: Payer;
  readonly statementNo: string;
  readonly input: Input;
  readonly context: Context<StatementFacts>;
};

function addStatement(visit: Visit, { payer, statementNo, input, context }: Adding): Visit {
  const { nextServiceOn, nextServiceKm, preferredCall } = input;
  const promised = { nextServiceOn, nextServiceKm, preferredCall };
  const document = buildStatement(visit, { payer, statementNo, promised, context });
  const content = canonicalJson(document);
  const statementId = context.newId();
  const { totalFen, taxFen } = document.fees;
  const stated = add(visit, 'statements', {
    ...unsigned,
    ...promised,
    state: totalFen === 0 && payer !== 'customer' ? 'nothing_due' : 'presented',
    statementId,
    statementNo,
    payer,
    totalFen,
    taxFen,
    presentedAt: context.now,
    createdAt: context.now,
  });
  const kept = add(stated, 'statementContents', { statementId, content, contentHash: context.sha256(content) });
  return add(kept, 'statementLines', ...linesOf(visit, payer, statementId));
}

const unsigned = {
  signedAt: null,
  signedBy: null,
  signatureId: null,
  creditedBy: null,
  creditReason: null,
  withdrawnAt: null,
  withdrawReason: null,
  version: 1,
} as const;

const linesOf = (visit: Visit, payer: Payer, statementId: string) =>
  chargesOf(visit)
    .filter((charge) => charge.payer === payer)
    .map(({ line, grantId, grantedFen, settledFen, settledQtyMilli, taxFen }) => ({
      statementId,
      lineId: line.lineId,
      grantId,
      grantedFen,
      settledFen,
      settledQtyMilli,
      taxRateBp: line.taxRateBp,
      taxFen,
      live: true,
    }));
