import type { GatePassView } from '#documents/gate-pass/gate-pass.view.ts';
import type { PaperFrame } from '#documents/paper.view.ts';
import { payerWords } from '#documents/words.ts';
import type { GatePass } from '#domain/delivery/delivery.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { Statement } from '#domain/settlement/settlement.ts';
import { liveStatements } from '#domain/repair-order/visit.rules.ts';
import { nameOf, signatureView, type PaperSources } from '#server/features/papers/paper-sources.ts';

/** The gate pass as issued. */
export function gatePassPaper(sources: PaperSources, pass: GatePass, frame: PaperFrame): GatePassView {
  const { vehicle, customer } = sources.visit;
  return {
    frame,
    code: pass.code,
    qrText: pass.code,
    customerName: customer.name,
    vehicleModel: `${vehicle.brand} ${vehicle.model}`.trim(),
    collector: collectorView(sources, pass),
    approver: nameOf(sources, pass.approvedBy),
    issuedAt: pass.issuedAt,
    validUntil: pass.validUntil,
    state: pass.state,
    opening: openingOf(sources, pass),
    leave: pass.kind === 'final' ? finalLeave(sources) : temporaryLeave(sources, pass),
  };
}

function openingOf(sources: PaperSources, { passId }: GatePass): GatePassView['opening'] {
  const opening = sources.visit.openings.find((each) => each.passId === passId);
  if (!opening) return null;
  return { at: opening.openedAt, odometerKm: opening.odometerKm, guard: nameOf(sources, opening.openedBy) };
}

const proofWords = { self: '本人', one_time_code: '一次性取车码', recorded_consent: '已记录客户同意' } as const;

function collectorView({ visit, phone }: PaperSources, { collectorName }: GatePass): GatePassView['collector'] {
  const other = visit.collectors.find(({ name }) => name === collectorName);
  if (other) {
    return { name: collectorName, phone: phone(other.phone), relation: '受托取车人', proof: proofWords[other.consent] };
  }
  const presenter = collectorName === visit.order.presenterName;
  const number = presenter ? visit.order.presenterPhone : visit.customer.phone;
  return { name: collectorName, phone: phone(number), relation: presenter ? '送修人' : '客户', proof: proofWords.self };
}

const standings = {
  draft: '未出具',
  presented: '待结算',
  signed: '已签字',
  paid: '已结清',
  credited: '已批准挂账',
  nothing_due: '无应付款',
  withdrawn: '已撤回',
} as const satisfies Record<Statement['state'], string>;

function finalLeave({ visit }: PaperSources): GatePassView['leave'] {
  return {
    kind: 'final',
    statements: liveStatements(visit).map(({ statementNo, payer, totalFen, state }) => ({
      number: statementNo,
      payer: payerWords[payer],
      amountFen: totalFen,
      standing: standings[state],
    })),
    keysAndPapersReturned: visit.entrusted
      .filter(({ returnedAt }) => returnedAt !== null)
      .map(({ description, quantity }) => (quantity === 1 ? description : `${description} ×${quantity}`)),
  };
}

function temporaryLeave(sources: PaperSources, pass: GatePass): GatePassView['leave'] {
  const { reason, expectedReturnAt, issuedAt, odometerKm, unsafeNote, signatureId } = pass;
  const signedBy = sources.visit.signatures.find((each) => each.signatureId === signatureId)?.signedBy ?? '';
  const signature = signatureView(sources, { name: signedBy, channel: null, at: issuedAt, signatureId });
  return {
    kind: 'temporary',
    reason: valueWordsOf('reason', reason).zh,
    expectedReturnAt: expectedReturnAt ?? issuedAt,
    odometerKm: odometerKm ?? 0,
    unsafeNote: unsafeNote === null ? null : { note: unsafeNote, signature },
  };
}
