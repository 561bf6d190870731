import { createHash } from 'node:crypto';
import { DatabaseError } from 'pg';
import { sendLast, type Tx } from '#db/transaction.ts';
import type { UploadedFile } from '#server/http/upload.ts';

/** Which request a command was: the sender's key and what was sent. */
export type RequestMark = {
  readonly storeId: string;
  readonly actorId: string;
  readonly key: string;
  readonly contract: string;
  readonly hash: string;
};

const keyForm = /^[\x21-\x7e](?:[\x20-\x7e]{6,198}[\x21-\x7e])$/;

/** An `Idempotency-Key` is 8 to 200 printable characters. */
export const isKey = (header: unknown): header is string => typeof header === 'string' && keyForm.test(header);

/** One hash per content, whatever the order of fields. */
export function requestHash(input: unknown, files: readonly UploadedFile[]): string {
  const hash = createHash('sha256').update(JSON.stringify(input, sortedKeys) ?? '');
  for (const { field, name, bytes } of files) hash.update(`\n${field}\n${name}\n`).update(bytes);
  return hash.digest('base64url');
}

function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Keeps the answer in the command's own transaction: a second one with the key breaks the primary key. */
export function keepReceipt(tx: Tx, mark: RequestMark, response: string): void {
  const { storeId, actorId, key, contract, hash } = mark;
  const row = { store_id: storeId, actor_id: actorId, idempotency_key: key, contract, request_hash: hash, response };
  sendLast(tx, tx.insertInto('command_receipt').values(row).compile());
}

export type Receipt = { readonly same: boolean; readonly response: unknown };

/** The receipt of an earlier request with this key, and whether it was the same request; null when there is none. */
export async function findReceipt(
  tx: Tx,
  { storeId, actorId, key, contract, hash }: RequestMark,
): Promise<Receipt | null> {
  const row = await tx
    .selectFrom('command_receipt')
    .select(['contract', 'request_hash', 'response'])
    .where('store_id', '=', storeId)
    .where('actor_id', '=', actorId)
    .where('idempotency_key', '=', key)
    .executeTakeFirst();
  return row ? { same: row.contract === contract && row.request_hash === hash, response: row.response } : null;
}

/** Whether the error is a second receipt for a key. */
export const isReceiptTaken = (error: unknown): boolean =>
  error instanceof DatabaseError && error.code === '23505' && error.constraint === 'command_receipt_pkey';
