import type {
  ChargeLineView,
  ChargeTotals,
  ConsentChannel,
  LineDecision,
  SignatureView,
} from '#documents/paper.view.ts';
import type { PresentedContent } from '#domain/authorization/content.ts';
import type { DecisionChannel, LineChoice } from '#domain/authorization/authorization.ts';
import { sum } from '#domain/kernel/money.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { signatureView, type PaperSources } from '#server/features/papers/paper-sources.ts';

const decisionOf = { accept: 'accepted', decline: 'declined', defer: 'deferred' } as const satisfies Record<
  LineChoice,
  LineDecision
>;

/** The lines of a presented version, with what was decided of each once it was. */
export function presentedLines({ visit, codes }: PaperSources, content: PresentedContent): ChargeLineView[] {
  const { choices } = visit;
  const { versionId } = content.version;
  return content.lines.map((line) => {
    const choice = choices.find((each) => each.versionId === versionId && each.lineId === line.lineId)?.choice;
    return {
      kind: line.kind,
      code: codes[line.lineId] ?? '',
      name: line.description,
      necessity: line.reason,
      source: line.source,
      measure: measureOf(line),
      origin: line.partOrigin,
      payer: line.payer,
      taxRate: line.taxRateBp,
      discountFen: line.discountFen,
      amountFen: line.amountFen,
      isSafety: line.necessity === 'safety',
      decision: choice === undefined ? null : decisionOf[choice],
      technician: null,
    };
  });
}

type Measured = Pick<PresentedContent['lines'][number], 'hoursCenti' | 'unitPriceFen' | 'qtyMilli' | 'unit'>;

/** Labour by hours where it has any; everything else by quantity. */
export const measureOf = ({ hoursCenti, unitPriceFen, qtyMilli, unit }: Measured): ChargeLineView['measure'] =>
  hoursCenti === null
    ? { of: 'quantity', qtyMilli, unit, priceFen: unitPriceFen }
    : { of: 'hours', hoursCenti, rateFen: unitPriceFen };

/** Totals by kind of what was presented. */
export function presentedTotals({ lines, totals }: PresentedContent): ChargeTotals {
  const of = (kind: string) => sum(lines.filter((line) => line.kind === kind).map(({ amountFen }) => amountFen));
  return {
    labourFen: of('labour'),
    diagnosisFen: of('diagnosis'),
    partsFen: of('part'),
    subletFen: of('sublet'),
    otherFen: of('other'),
    discountFen: sum(lines.map(({ discountFen }) => discountFen)),
    totalFen: totals.totalFen,
    taxFen: totals.taxFen,
    byPayer: totals.byPayer,
  };
}

/** What was accepted of a version, in fen; null while it is undecided. */
export function acceptedFen(visit: Visit, content: PresentedContent): number | null {
  const { versionId } = content.version;
  if (!visit.decisions.some((each) => each.versionId === versionId)) return null;
  const accepted = visit.choices.filter((each) => each.versionId === versionId && each.choice === 'accept');
  const ids = new Set(accepted.map(({ lineId }) => lineId));
  return sum(content.lines.filter(({ lineId }) => ids.has(lineId)).map(({ amountFen }) => amountFen));
}

export const consentChannel = (channel: DecisionChannel): ConsentChannel | null =>
  channel === 'internal' ? null : channel;

/** Who decided on a version, by which way; an empty place while nobody has. */
export function decisionSignature(sources: PaperSources, versionId: string): SignatureView {
  const decision = sources.visit.decisions.find((each) => each.versionId === versionId);
  if (!decision) return signatureView(sources, { name: '', channel: null, at: null, signatureId: null });
  return signatureView(sources, {
    name: decision.signatoryName,
    channel: consentChannel(decision.channel),
    at: decision.decidedAt,
    signatureId: decision.signatureId,
  });
}
