import type { authorizationContracts } from '#domain/authorization/authorization.contract.ts';
import type { AuthorizationDecision, AuthorizationVersion } from '#domain/authorization/authorization.ts';
import type { Evidence } from '#domain/authorization/evidence.ts';
import type { ChargeLine } from '#domain/estimate/charge-line.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { Context } from '#domain/kernel/decision.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

type Deciding = {
  readonly input: InputOf<typeof authorizationContracts.decide>;
  readonly lines: readonly ChargeLine[];
  readonly evidence: Evidence;
  readonly context: Pick<Context, 'now' | 'sha256'>;
};

/** The record of a decision as canonical text and its hash; it carries the hash of the decision before it (process rule 2). */
export function decisionOf(visit: Visit, version: AuthorizationVersion, deciding: Deciding): AuthorizationDecision {
  const { input, lines, evidence, context } = deciding;
  const { versionId, versionNo } = version;
  const { channel, signatory, contentHash } = input;
  const previousRecordHash = lastRecordHash(visit);
  const { strokesHash, attachmentHash, readBack } = evidence;
  const record = canonicalJson({
    format: 1,
    orderId: visit.order.orderId,
    orderNo: visit.order.orderNo,
    versionId,
    versionNo,
    contentHash,
    choices: lines.map(({ lineId }) => input.choices.find((each) => each.lineId === lineId)),
    signatory,
    channel,
    decidedAt: context.now,
    strokesHash,
    attachmentHash,
    readBack,
    previousRecordHash,
  });
  return {
    versionId,
    record,
    recordHash: context.sha256(record),
    previousRecordHash,
    channel,
    signatory: signatory.kind,
    signatoryName: signatory.name,
    signatureId: evidence.signatureId,
    attachmentId: evidence.attachmentId,
    readBack,
    decidedAt: context.now,
  };
}

/** Hash of the latest decision of the order, by version; empty before the first. */
export function lastRecordHash({ versions, decisions }: Visit): string {
  const numberOf = (versionId: string) => versions.find((each) => each.versionId === versionId)?.versionNo ?? 0;
  const last = decisions.toSorted((a, b) => numberOf(a.versionId) - numberOf(b.versionId)).at(-1);
  return last?.recordHash ?? '';
}
