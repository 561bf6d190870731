import { z } from 'zod';
import { query } from '#domain/kernel/contract.ts';
import { roleNames } from '#domain/kernel/role.ts';
import { optionalNote } from '#domain/kernel/text.ts';
import { id, visitCommand } from '#domain/repair-order/visit.contract.ts';

export const attachmentPurposes = [
  'walk_around',
  'odometer',
  'belonging',
  'finding',
  'work',
  'old_part',
  'signed_paper',
  'other',
] as const;

const which = z.strictObject({ orderId: id, attachmentId: id });

/** Photographs and papers that belong to a visit. */
export const attachmentContracts = {
  /** Multipart: one file (JPEG, PNG or WebP, at most 15 MB) and these fields. Answers the attachment's id. */
  attach: visitCommand('attach', {
    name: 'repairOrder.attach',
    path: 'attachments',
    fields: { purpose: z.enum(attachmentPurposes), note: optionalNote.nullable() },
  }),
  file: query({
    zh: '查看照片',
    en: 'See a photo',
    name: 'repairOrder.attachment',
    path: '/orders/:orderId/attachments/:attachmentId/file',
    callers: roleNames,
    input: which,
    output: z.unknown(),
  }),
  thumbnail: query({
    zh: '查看缩略图',
    en: 'See a photo, small',
    name: 'repairOrder.attachmentThumbnail',
    path: '/orders/:orderId/attachments/:attachmentId/thumbnail',
    callers: roleNames,
    input: which,
    output: z.unknown(),
  }),
} as const;
