import type { PresentFacts } from '#domain/authorization/present.ts';
import type { Availability } from '#domain/authorization/reserve.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { lockAvailability } from '#server/features/parts/reservations.ts';
import type { Call } from '#server/http/call.ts';

/** Whose paper it is. */
export async function presentFacts({ tx, actor }: Call): Promise<PresentFacts> {
  const store = await tx
    .selectFrom('store')
    .select('name')
    .where('store_id', '=', actor.storeId)
    .executeTakeFirstOrThrow();
  return { storeName: store.name };
}

/** Locks the stock of the parts that the version asks for. */
export function availabilityForDecision(
  call: Call,
  visit: Visit,
  input: { readonly versionId: string },
): Promise<Availability> {
  const lines = visit.lines.filter(({ versionId, removedAt }) => versionId === input.versionId && removedAt === null);
  return lockAvailability(
    call,
    lines.flatMap(({ partId }) => partId ?? []),
  );
}
