import type { PaperFrame } from '#documents/paper.view.ts';
import type { LeaderCheckView, RepairOrderView } from '#documents/repair-order/repair-order.view.ts';
import type { PresentedContent } from '#domain/authorization/content.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { advisorView, customerView, vehicleView } from '#server/features/papers/paper-frame.ts';
import { nameOf, signatureView, staffSignature, type PaperSources } from '#server/features/papers/paper-sources.ts';
import {
  acceptedFen,
  decisionSignature,
  presentedLines,
  presentedTotals,
} from '#server/features/papers/presented-lines.ts';

/** The repair order as presented and decided (R136): everything that was agreed on stands as it was frozen. */
export function repairOrderPaper(sources: PaperSources, content: PresentedContent, frame: PaperFrame): RepairOrderView {
  const { visit } = sources;
  const { versionId, versionNo, presentedAt } = content.version;
  const { choices } = content;
  const presentedBy = visit.versions.find((each) => each.versionId === versionId)?.presentedBy;
  return {
    frame: { ...frame, plateNumber: content.vehicle.plate, vin: content.vehicle.vin ?? '' },
    versionNumber: versionNo,
    kind: content.order.kind,
    createdBy: nameOf(sources, presentedBy),
    advisor: advisorView(sources),
    arrivedAt: visit.order.arrivedAt,
    promisedAt: content.promisedAt,
    customer: { ...customerView(sources), name: content.customer.name },
    vehicle: { ...vehicleView(sources), odometerKm: content.vehicle.odometerKm ?? 0 },
    complaint: content.complaint,
    preCheckResult: visit.reception?.preliminaryJudgement ?? null,
    advice: adviceOf(visit, versionId),
    lines: presentedLines(sources, content),
    totals: presentedTotals(content),
    acceptedFen: acceptedFen(visit, content),
    estimateIsProvisional: content.lines.some(({ kind }) => kind === 'diagnosis'),
    paymentMethod: choices.paymentMethod && valueWordsOf('paymentMethod', choices.paymentMethod).zh,
    oldParts: choices.oldParts,
    wantsWash: choices.washWanted,
    waitsInShop: choices.waitsInShop,
    joinsRoadTest: null,
    terms: termsOf(content.terms),
    versions: versionsUpTo(sources, versionNo),
    leaderChecks: leaderChecksOf(sources),
    customerSignature: decisionSignature(sources, versionId),
    advisorSignature: staffSignature(sources, presentedBy, presentedAt),
  };
}

/** `1. … 2. …` as one term each, without its number. */
const termsOf = (terms: string): string[] =>
  terms
    .split(/(?:^|\s|(?<=[。；;]))\d{1,2}[.、．]\s*/u)
    .map((term) => term.trim())
    .filter((term) => term !== '');

function versionsUpTo({ versions }: PaperSources, versionNo: number): RepairOrderView['versions'] {
  return [...versions.values()]
    .filter(({ version }) => version.versionNo <= versionNo)
    .toSorted((a, b) => a.version.versionNo - b.version.versionNo)
    .map(({ version, totals }) => ({
      number: version.versionNo,
      presentedAt: version.presentedAt,
      totalFen: totals.totalFen,
    }));
}

/** The leader's advice and signature on the order (R182). */
function leaderChecksOf(sources: PaperSources): LeaderCheckView[] {
  const { visit } = sources;
  const checks = visit.inspections.filter(({ kind, voidedAt }) => kind === 'leader_check' && voidedAt === null);
  return checks.map(({ lineId, result, advice, inspectorId, inspectedAt, signatureId }) => ({
    job: visit.lines.find((line) => line.lineId === lineId)?.description ?? '',
    passed: result === 'pass',
    advice,
    signature: signatureView(sources, {
      name: nameOf(sources, inspectorId),
      channel: null,
      at: inspectedAt,
      signatureId,
    }),
  }));
}

/** What the findings propose that this version answers. */
function adviceOf({ findings }: Visit, versionId: string): string | null {
  const own = findings.filter(({ answeredVersionId }) => answeredVersionId === versionId);
  return own.flatMap(({ proposal }) => proposal ?? []).join('；') || null;
}
