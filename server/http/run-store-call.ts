import { inStore, inStoreSnapshot, type Tx } from '#db/transaction.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { actorId, type Actor } from '#domain/kernel/role.ts';
import type { Parsed } from '#server/http/bind.ts';
import { openCall, type Call } from '#server/http/call.ts';
import { databaseRefusal } from '#server/http/database-refusal.ts';
import { FileAnswer } from '#server/http/file-answer.ts';
import { findReceipt, isReceiptTaken, keepReceipt, requestHash, type RequestMark } from '#server/http/receipt.ts';
import type { ServerDeps } from '#server/http/server-deps.ts';
import type { UploadedFile } from '#server/http/upload.ts';

export type StoreRequest = {
  readonly deps: ServerDeps;
  readonly actor: Actor;
  readonly contract: string;
  readonly parsed: Parsed<Call>;
  readonly files: readonly UploadedFile[];
  /** Where the request came to, such as `http://192.168.1.10:8080`. */
  readonly cameTo: string;
  /** The sender's key when a receipt is to be kept. */
  readonly key: string | null;
};

export type Outcome = { readonly answer: unknown; readonly replayed: boolean };

/** A read: one snapshot, no traces. */
export function runQuery(request: StoreRequest): Promise<unknown> {
  const { deps, actor } = request;
  return inStoreSnapshot(deps.database, actor.storeId, async (tx) => (await handle(request, tx)).answer);
}

/**
 * A command: the handler and its receipt in one transaction, then the live events. The receipt is written without looking
 * first; a refusal or a broken constraint asks whether the same request was answered before.
 */
export async function runCommand(request: StoreRequest): Promise<Outcome | Refusal> {
  const mark = markOf(request);
  try {
    const done = await commit(request, mark);
    if (!isRefusal(done)) {
      if (done.topics.size > 0) request.deps.live.publish(request.actor.storeId, done.topics);
      return { answer: done.answer, replayed: false };
    }
    return (await earlier(request, mark)) ?? done;
  } catch (error) {
    const refusal = databaseRefusal(error);
    if (!refusal) throw error;
    const replay = await earlier(request, mark);
    if (replay) return replay;
    if (isReceiptTaken(error)) return refuse('busy');
    throw error;
  }
}

function commit(request: StoreRequest, mark: RequestMark | null) {
  const { deps, actor } = request;
  return inStore(deps.database, actor.storeId, async (tx) => {
    const done = await handle(request, tx);
    if (isRefusal(done.answer)) return done.answer;
    if (mark) keepReceipt(tx, mark, receiptText(done.answer));
    return done;
  });
}

function receiptText(answer: unknown): string {
  if (answer instanceof FileAnswer) throw new TypeError('a command that answers a file is bound without receipt');
  return JSON.stringify(answer ?? null);
}

async function handle({ deps, actor, parsed, files, cameTo }: StoreRequest, tx: Tx) {
  const settings = await deps.settings.of(tx, actor.storeId);
  const origin = deps.publicUrl ?? cameTo;
  const { call, topics } = openCall({ tx, actor, settings, files, origin, disk: deps.disk, now: deps.now() });
  return { answer: await parsed.handle(call), topics };
}

function markOf({ actor, contract, parsed, files, key }: StoreRequest): RequestMark | null {
  if (key === null) return null;
  const hash = requestHash(parsed.input, files);
  return { storeId: actor.storeId, actorId: actorId(actor) ?? 'system', key, contract, hash };
}

/** The answer that the same request got before; refusal `idempotency_key_reused` when the key belongs to another. */
async function earlier({ deps }: StoreRequest, mark: RequestMark | null): Promise<Outcome | Refusal | null> {
  if (!mark) return null;
  const receipt = await inStoreSnapshot(deps.database, mark.storeId, (tx) => findReceipt(tx, mark));
  if (!receipt) return null;
  return receipt.same ? { answer: receipt.response, replayed: true } : refuse('idempotency_key_reused');
}
