import { z } from 'zod';
import { query, version, type Contract } from '#domain/kernel/contract.ts';
import { uuidSchema } from '#domain/kernel/id.ts';
import { lineOf } from '#domain/kernel/text.ts';
import { importKinds, importRowSchema, importStates } from '#domain/import/import.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const callers = ['admin', 'service_manager'] as const;
const kind = z.enum(importKinds);

const batch = z.strictObject({
  importId: uuidSchema,
  kind,
  state: z.enum(importStates),
  fileName: z.string(),
  /** The sheet of the workbook that was read, and those that were not; null for a file without sheets. */
  sheet: z.string().nullable(),
  otherSheets: z.array(z.string()),
  rowCount: z.int(),
  errorCount: z.int(),
  createdAt: z.iso.datetime(),
  appliedAt: z.iso.datetime().nullable(),
  version,
});

const command = { kind: 'command', method: 'POST', callers } as const;

/** Lists of another system brought in: template, upload, preview, and then all rows or none. */
export const importContracts = {
  /** A CSV file that Excel opens, with Chinese headers and one example; answers a file. */
  template: query({
    name: 'import.template',
    zh: '下载导入模板',
    en: 'Download a template',
    path: '/imports/templates/:kind',
    callers,
    input: z.strictObject({ kind }),
    output: z.unknown(),
  }),
  list: query({
    name: 'import.list',
    zh: '导入记录',
    en: 'Imports',
    path: '/imports',
    callers,
    input: z.strictObject(pageFields),
    output: pageOf(batch),
  }),
  /** One import with its rows, the bad ones first when asked for. */
  read: query({
    name: 'import.read',
    zh: '查看导入内容',
    en: 'Rows of an import',
    path: '/imports/:importId',
    callers,
    input: z.strictObject({ importId: uuidSchema, bad: z.boolean().default(false), ...pageFields }),
    output: batch.extend({
      rows: z.array(importRowSchema),
      total: z.int(),
      /** Headers of the file in the order of the template. */
      columns: z.array(z.string()),
      /** Headers that no template has: what stands below them is not brought in. */
      unknown: z.array(z.string()),
    }),
  }),
  /** The bad rows as a file, each with its number and what is wrong, to be mended and uploaded again; answers a file. */
  badRows: query({
    name: 'import.badRows',
    zh: '下载问题行',
    en: 'Download the bad rows',
    path: '/imports/:importId/bad-rows',
    callers,
    input: z.strictObject({ importId: uuidSchema }),
    output: z.unknown(),
  }),
  /** Multipart, with the file; nothing is stored but the preview. */
  preview: {
    ...command,
    name: 'import.preview',
    zh: '上传并预览',
    en: 'Upload and preview',
    path: '/imports',
    input: z.strictObject({ kind, sheet: lineOf(100).nullish() }),
    output: batch.extend({ problems: z.array(importRowSchema) }),
    refusals: ['file_unreadable', 'file_too_large', 'sheet_unknown', 'columns_missing'],
  },
  /** All or nothing: with bad rows only when they are to be skipped. */
  apply: {
    ...command,
    name: 'import.apply',
    zh: '导入',
    en: 'Import',
    path: '/imports/:importId/apply',
    input: z.strictObject({ importId: uuidSchema, version, skipBad: z.boolean() }),
    output: batch.extend({ imported: z.int(), skipped: z.int() }),
    refusals: ['import_has_errors', 'import_closed'],
  },
  discard: {
    ...command,
    name: 'import.discard',
    zh: '放弃导入',
    en: 'Discard',
    path: '/imports/:importId/discard',
    input: z.strictObject({ importId: uuidSchema, version }),
    output: batch,
    refusals: ['import_closed'],
  },
} as const satisfies Record<string, Contract>;
