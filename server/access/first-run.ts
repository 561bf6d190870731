import { randomBytes, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { DatabaseError } from 'pg';
import { createSignIn } from '#db/sign-in.ts';
import { inStore, type Transactions, type Tx } from '#db/transaction.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { InputOf } from '#domain/kernel/contract.ts';
import type { firstRunContract } from '#domain/staff/sign-in.contract.ts';
import { defaultSettings } from '#domain/store/settings.ts';
import { newId } from '#server/http/call.ts';

type Wish = InputOf<typeof firstRunContract>;

/** Makes the first real store. The token lives in this process alone; demo stores do not count. */
export type FirstRun = {
  readonly token: string;
  needed: () => Promise<boolean>;
  /** Refusals: `token_wrong`, `first_run_done`, `username_taken`. */
  open: (wish: Wish) => Promise<{ storeId: string } | Refusal>;
};

export function firstRun(from: Transactions): FirstRun {
  const token = randomBytes(18).toString('base64url');
  return {
    token,
    async needed() {
      const real = await from.db
        .selectFrom('store')
        .select('store_id')
        .where('is_demo', '=', false)
        .limit(1)
        .executeTakeFirst();
      return real === undefined;
    },
    async open(wish) {
      if (!sameText(wish.token, token)) return refuse('token_wrong', { field: 'token' });
      try {
        return await openStore(from, wish);
      } catch (error) {
        const taken = error instanceof DatabaseError && error.code === '23505' && error.table === 'sign_in_user';
        if (taken) return refuse('username_taken', { field: 'username' });
        throw error;
      }
    },
  };
}

async function openStore(from: Transactions, wish: Wish): Promise<{ storeId: string } | Refusal> {
  const storeId = newId();
  const refusal = await inStore(
    from,
    storeId,
    async (tx) => (await firstStore(tx, storeId, wish)) ?? addAdministrator(tx, storeId, wish),
  );
  return isRefusal(refusal) ? refusal : { storeId };
}

async function firstStore(tx: Tx, storeId: string, { storeName, storeNameEn }: Wish): Promise<Refusal | null> {
  const { rows } = await sql<{
    opened: boolean;
  }>`select open_first_store(${storeId}, ${storeName}, ${storeNameEn}) as opened`.execute(tx);
  return rows[0]?.opened ? null : refuse('first_run_done');
}

async function addAdministrator(tx: Tx, storeId: string, { username, name, password }: Wish): Promise<null> {
  const userId = await createSignIn(tx, { username, name, password });
  await tx
    .insertInto('store_setting')
    .values({ store_id: storeId, settings: JSON.stringify(defaultSettings) })
    .execute();
  await tx
    .insertInto('staff')
    .values({ store_id: storeId, staff_id: newId(), user_id: userId, username: username.toLowerCase(), name })
    .execute();
  await tx.insertInto('membership').values({ store_id: storeId, user_id: userId, role: 'admin' }).execute();
  return null;
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
