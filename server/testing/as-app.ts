import { CompiledQuery } from 'kysely';
import { inStore } from '#db/transaction.ts';
import type { TestServer } from '#server/testing/test-server.ts';

/** Runs SQL in a store as the application's own role: what it may not do, nobody can do through the application. */
export const asApp =
  ({ deps }: TestServer, storeId: string) =>
  (text: string, values: readonly unknown[]): Promise<unknown> =>
    inStore(deps.database, storeId, (tx) => tx.executeQuery(CompiledQuery.raw(text, [...values])));
