import type { AddOnConfirmationView, AddOnFinding } from '#documents/add-on-confirmation/add-on-confirmation.view.ts';
import type { PaperFrame } from '#documents/paper.view.ts';
import type { PresentedContent } from '#domain/authorization/content.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { advisorView, customerView, vehicleView } from '#server/features/papers/paper-frame.ts';
import { nameOf, staffSignature, type PaperSources } from '#server/features/papers/paper-sources.ts';
import {
  acceptedFen,
  consentChannel,
  decisionSignature,
  presentedLines,
} from '#server/features/papers/presented-lines.ts';

/** A later version with what it changes: findings, extra amount, new total, new promise, consent. */
export function addOnPaper(sources: PaperSources, content: PresentedContent, frame: PaperFrame): AddOnConfirmationView {
  const { visit } = sources;
  const { versionId, versionNo, presentedAt } = content.version;
  const { grantedBeforeFen, totalFen, newTotalFen } = content.totals;
  const presentedBy = visit.versions.find((each) => each.versionId === versionId)?.presentedBy;
  const found = findingsOf(visit, versionId);
  const accepted = acceptedFen(visit, content);
  const promisedBefore = promiseBefore(sources, versionNo);
  return {
    frame: { ...frame, plateNumber: content.vehicle.plate, vin: content.vehicle.vin ?? '' },
    versionNumber: versionNo,
    customer: { ...customerView(sources), name: content.customer.name },
    vehicle: vehicleView(sources),
    advisor: advisorView(sources),
    foundBy: nameOf(sources, found[0]?.foundBy ?? presentedBy),
    foundAt: found[0]?.foundAt ?? presentedAt,
    findings: found.map(findingView),
    lines: presentedLines(sources, content),
    previousTotalFen: grantedBeforeFen,
    extraFen: totalFen,
    acceptedExtraFen: accepted,
    newTotalFen: accepted === null ? newTotalFen : grantedBeforeFen + accepted,
    previousPromisedAt: promisedBefore,
    newPromisedAt: content.promisedAt === promisedBefore ? null : content.promisedAt,
    delayReason: content.promisedAt === promisedBefore ? null : '新增作业',
    contact: contactOf(sources, versionId, presentedBy),
    previousRecordHash: previousHash(visit, versionId),
    customerSignature: decisionSignature(sources, versionId),
    advisorSignature: staffSignature(sources, presentedBy, presentedAt),
    technicianSignature: staffSignature(sources, found[0]?.foundBy, found[0]?.foundAt ?? null),
    supervisorSignature: staffSignature(sources, null, null),
  };
}

const findingsOf = ({ findings }: Visit, versionId: string) =>
  findings.filter((each) => each.answeredVersionId === versionId);

const findingView = (finding: Visit['findings'][number]): AddOnFinding => ({
  position: valueWordsOf('system', finding.system).zh,
  found: finding.finding,
  risk: [finding.cause, finding.proposal].filter(Boolean).join('；'),
  isSafety: finding.necessity === 'safety',
  photoCount: finding.attachmentId === null ? 0 : 1,
});

function promiseBefore({ versions }: PaperSources, versionNo: number): string | null {
  const before = [...versions.values()].filter(({ version }) => version.versionNo < versionNo);
  return before.toSorted((a, b) => a.version.versionNo - b.version.versionNo).at(-1)?.promisedAt ?? null;
}

function contactOf(
  sources: PaperSources,
  versionId: string,
  presentedBy: string | null | undefined,
): AddOnConfirmationView['contact'] {
  const decision = sources.visit.decisions.find((each) => each.versionId === versionId);
  const channel = decision && consentChannel(decision.channel);
  if (!decision || !channel) return null;
  return { channel, by: nameOf(sources, presentedBy), person: decision.signatoryName, at: decision.decidedAt };
}

/** The hash that the decision carries, or while there is none, of the decision before. */
function previousHash({ decisions }: Visit, versionId: string): string {
  const own = decisions.find((each) => each.versionId === versionId);
  return (
    own?.previousRecordHash ??
    decisions.toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1)).at(-1)?.recordHash ??
    ''
  );
}
