import { Client } from 'pg';
import type { TestServer } from '#server/testing/test-server.ts';

/** SQL in the application's own role: what came of it, and how to end. */
export type Tried = {
  /** In a transaction that sees the store; the error, or that it went through. It is rolled back either way. */
  refusalOf(statements: string): Promise<unknown>;
  end(): Promise<void>;
};

/** What is tried, what refuses it, and the statements. */
export type Attempt = readonly [what: string, constraint: string, statement: () => string];

/** What even code that forgot every rule is refused: tries statements as the role that the server connects as. */
export async function trySql({ urls }: TestServer, storeId: string): Promise<Tried> {
  const app = new Client({ connectionString: urls.appUrl });
  await app.connect();
  return {
    async refusalOf(statements) {
      await app.query(`begin; set local app.store_id = '${storeId}'`);
      try {
        await app.query(`${statements}; set constraints all immediate`);
        return 'it went through';
      } catch (error) {
        return error;
      } finally {
        await app.query('rollback');
      }
    },
    end: () => app.end(),
  };
}
