import { inStore } from '#db/transaction.ts';
import type { Actor } from '#domain/kernel/role.ts';
import { openCall, type Call } from '#server/http/call.ts';
import type { TestServer } from '#server/testing/test-server.ts';

/** Does in a store what no endpoint does alone: a transaction with a call, as the system unless an actor is named. */
export function inCall<T>({ deps }: TestServer, as: string | Actor, work: (call: Call) => Promise<T>): Promise<T> {
  const actor: Actor = typeof as === 'string' ? { kind: 'system', storeId: as } : as;
  return inStore(deps.database, actor.storeId, async (tx) => {
    const settings = await deps.settings.of(tx, actor.storeId);
    return work(openCall({ tx, actor, settings, now: deps.now(), disk: deps.disk, files: [], origin: null }).call);
  });
}
