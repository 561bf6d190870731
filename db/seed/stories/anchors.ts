import { sha256 } from '#db/aggregate/record.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { keepRow, type World } from '#db/seed/engine/world.ts';

/** Anchors the heads of all chains that moved since the last anchor, as the hourly job does; once a day here. */
export function anchor(world: World): void {
  const { storeId, anchored, activities } = world;
  const heads = new Map<string, object>();
  for (const row of activities.slice(anchored.rows)) {
    const { aggregate, aggregateId, seq, hash } = row as Readonly<Record<string, unknown>>;
    heads.set(`${String(aggregate)} ${String(aggregateId)}`, { aggregate, id: aggregateId, seq, hash });
  }
  if (heads.size === 0) return;
  const sorted = [...heads].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, head]) => head);
  const anchorNo = anchored.count + 1;
  const body = {
    anchorNo,
    at: world.now,
    heads: canonicalJson(sorted),
    headCount: sorted.length,
    previousHash: anchored.hash,
  };
  const hash = sha256(canonicalJson({ ...body, storeId }));
  keepRow(world, 'anchor', { ...body, hash });
  world.anchored = { rows: activities.length, count: anchorNo, hash };
}
