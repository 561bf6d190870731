import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { KeptPicture } from '#domain/repair-order/attach.ts';
import type { Call } from '#server/http/call.ts';
import type { UploadedFile } from '#server/http/upload.ts';

const mostMegabytes = 15;
const mostPixels = 60_000_000;
const edge = 2400;
const thumbnailEdge = 480;
const formats: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'heif']);

/**
 * Keeps the one picture of a request: turned upright, encoded anew as JPEG, which leaves out positions and all else a camera
 * writes beside it, with a small one. Files are kept before the commit; an aborted command leaves some that nothing names.
 * Refusals: `image_unreadable`, `file_too_large`.
 */
export async function keepPicture(call: Call, orderId: string): Promise<KeptPicture | Refusal> {
  const [file] = call.files;
  if (!file || call.files.length > 1) return refuse('image_unreadable', { field: 'file' });
  if (file.bytes.length > mostMegabytes * 1_048_576) {
    return refuse('file_too_large', { field: 'file', values: { limit: `${mostMegabytes} MB` } });
  }
  const sizes = await encoded(file);
  if (!sizes) return refuse('image_unreadable', { field: 'file' });
  const attachmentId = call.newId();
  const key = `${call.actor.storeId}/${orderId}/${attachmentId}`;
  const [fileKey, thumbnailKey] = [`${key}.jpg`, `${key}.small.jpg`];
  await call.disk.put(fileKey, sizes.large);
  await call.disk.put(thumbnailKey, sizes.small);
  const contentHash = createHash('sha256').update(sizes.large).digest('hex');
  const what = { mediaType: 'image/jpeg', byteSize: sizes.large.length, contentHash };
  return { attachmentId, ...what, fileKey, thumbnailKey };
}

/** Null when the bytes are no picture of a known kind. */
async function encoded({ bytes }: UploadedFile): Promise<{ large: Buffer; small: Buffer } | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' });
    if (!formats.has((await picture.metadata()).format)) return null;
    const fitted = (most: number) =>
      picture.clone().autoOrient().resize(most, most, { fit: 'inside', withoutEnlargement: true }).jpeg().toBuffer();
    return { large: await fitted(edge), small: await fitted(thumbnailEdge) };
  } catch {
    return null;
  }
}
