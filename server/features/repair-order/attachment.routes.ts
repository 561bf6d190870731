import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { attach } from '#domain/repair-order/attach.ts';
import { attachmentContracts } from '#domain/repair-order/attachment.contract.ts';
import { actOnVisit } from '#server/features/repair-order/on-visit.ts';
import { keepPicture } from '#server/features/repair-order/picture.ts';
import { bind, type Binding } from '#server/http/bind.ts';
import type { Call } from '#server/http/call.ts';
import { FileAnswer } from '#server/http/file-answer.ts';

type Which = { readonly orderId: string; readonly attachmentId: string };

/** Photographs of a visit. */
export const attachmentRoutes: readonly Binding[] = [
  bind(attachmentContracts.attach, async (call, input) => {
    const kept = await keepPicture(call, input.orderId);
    return isRefusal(kept) ? kept : actOnVisit(call, input, { decide: attach, facts: () => Promise.resolve(kept) });
  }),
  bind(attachmentContracts.file, (call, which) => picture(call, which, 'file_key')),
  bind(attachmentContracts.thumbnail, (call, which) => picture(call, which, 'thumbnail_key')),
];

/** The kept picture; a customer's link opens those of its own visit alone. Refusal `not_found`. */
async function picture(
  { tx, actor, disk }: Call,
  { orderId, attachmentId }: Which,
  size: 'file_key' | 'thumbnail_key',
): Promise<FileAnswer | Refusal> {
  if (actor.kind === 'customer' && actor.orderId !== orderId) return refuse('not_found');
  const row = await tx
    .selectFrom('attachment')
    .select([size, 'media_type'])
    .where('order_id', '=', orderId)
    .where('attachment_id', '=', attachmentId)
    .executeTakeFirst();
  const key = row?.[size];
  if (!row || !key || !(await disk.exists(key))) return refuse('not_found');
  const body = Buffer.from(await disk.getBytes(key));
  return new FileAnswer({ name: `${attachmentId}.jpg`, type: row.media_type, body, inline: true });
}
