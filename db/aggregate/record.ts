import { createHash } from 'node:crypto';
import type { AggregateShape } from '#db/aggregate/shape.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import type { Activity } from '#domain/kernel/decision.ts';
import { actorId, type Actor } from '#domain/kernel/role.ts';

/** Who did what, when, in which store: what the record keeps of a command. */
export type Recorded = {
  readonly storeId: string;
  readonly actor: Actor;
  readonly at: string;
  readonly activity: Activity;
};

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The next row of the aggregate's hash chain and the new head. */
export function recordRow(shape: AggregateShape, root: Record<string, unknown>, recorded: Recorded) {
  const { storeId, actor, at, activity } = recorded;
  const chainSeq = (root.chainSeq as number) + 1;
  const entry = {
    storeId,
    aggregate: shape.kind,
    aggregateId: root[shape.root.id] as string,
    seq: chainSeq,
    action: activity.action,
    actorKind: actor.kind,
    actorId: actorId(actor),
    at,
    payload: canonicalJson(activity.payload),
    previousHash: root.chainHash as string,
  };
  const chainHash = sha256(canonicalJson(entry));
  const { storeId: _, ...stored } = entry;
  return { activity: { ...stored, hash: chainHash }, chainSeq, chainHash };
}
