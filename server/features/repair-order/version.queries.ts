import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { visitViewContracts } from '#domain/repair-order/visit-view.contract.ts';
import { readVisit } from '#server/features/repair-order/visit-view.ts';
import type { Call } from '#server/http/call.ts';

type Version = typeof visitViewContracts.version;

/** What was presented, byte for byte, with what was decided on it. Refusal `not_found`. */
export async function versionOf(
  call: Call,
  { orderId, versionId }: InputOf<Version>,
): Promise<OutputOf<Version> | Refusal> {
  const visit = await readVisit(call, orderId);
  if (isRefusal(visit)) return visit;
  const version = visit.versions.find((each) => each.versionId === versionId);
  if (!version) return refuse('not_found');
  const content = await presentedContent(call, orderId, versionId);
  const decision = visit.decisions.find((each) => each.versionId === versionId);
  return {
    version,
    content: content?.content ?? null,
    contentHash: content?.content_hash ?? null,
    decision: decision ? { ...decision, record: await decisionRecord(call, orderId, versionId) } : null,
    choices: visit.choices.filter((each) => each.versionId === versionId),
  };
}

/** The presented content of a version; undefined while it is a draft. */
export const presentedContent = ({ tx }: Call, orderId: string, versionId: string) =>
  tx
    .selectFrom('authorization_content')
    .select(['content', 'content_hash'])
    .where('order_id', '=', orderId)
    .where('version_id', '=', versionId)
    .executeTakeFirst();

async function decisionRecord({ tx }: Call, orderId: string, versionId: string): Promise<string> {
  const { record } = await tx
    .selectFrom('authorization_decision')
    .select('record')
    .where('order_id', '=', orderId)
    .where('version_id', '=', versionId)
    .executeTakeFirstOrThrow();
  return record;
}
