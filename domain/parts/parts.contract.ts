import { instantSchema } from '#domain/kernel/calendar.ts';
import { z } from 'zod';
import { qtyMilliSchema } from '#domain/kernel/quantity.ts';
import { shortText } from '#domain/kernel/text.ts';
import { oldPartDispositions } from '#domain/parts/parts.ts';
import { id, reason, signatureInput, visitCommand } from '#domain/repair-order/visit.contract.ts';

/** Parts of a visit. Stock itself, goods receipts and the counter's lists are in stock.contract.ts. */
export const partsContracts = {
  reservePart: visitCommand('reserve_part', {
    name: 'parts.reserve',
    path: 'lines/:lineId/reserve',
    fields: { lineId: id },
  }),
  backorderPart: visitCommand('backorder_part', {
    name: 'parts.backorder',
    path: 'lines/:lineId/backorder',
    fields: { lineId: id, eta: instantSchema.nullable() },
  }),
  issuePart: visitCommand('issue_part', {
    name: 'parts.issue',
    path: 'lines/:lineId/issue',
    fields: { lineId: id, qtyMilli: qtyMilliSchema, technicianId: id, signature: signatureInput },
  }),
  /** Several parts on one slip, with one signature of the technician who draws them (R159). */
  issueParts: visitCommand('issue_part', {
    name: 'parts.issueSlip',
    path: 'issues',
    fields: {
      lines: z
        .array(z.strictObject({ lineId: id, qtyMilli: qtyMilliSchema }))
        .min(1)
        .max(100),
      technicianId: id,
      signature: signatureInput,
    },
  }),
  returnPart: visitCommand('return_part', {
    name: 'parts.return',
    path: 'lines/:lineId/return',
    fields: { lineId: id, qtyMilli: qtyMilliSchema, reason },
  }),
  recordOldPart: visitCommand('record_old_part', {
    name: 'parts.recordOldPart',
    path: 'old-parts',
    fields: {
      lineId: id,
      description: shortText,
      qtyMilli: qtyMilliSchema,
      disposition: z.enum(oldPartDispositions),
      bagLabel: shortText.nullable(),
    },
  }),
} as const;
