import { z } from 'zod';
import { lineKinds, lineNecessities, lineSources, payers } from '#domain/estimate/charge-line.ts';
import { instantSchema } from '#domain/kernel/calendar.ts';
import { version } from '#domain/kernel/contract.ts';
import { basisPointsSchema, fenSchema } from '#domain/kernel/money.ts';
import { hoursCentiSchema, qtyMilliSchema } from '#domain/kernel/quantity.ts';
import { longText, shortText, wordsUpTo } from '#domain/kernel/text.ts';
import { partOrigins } from '#domain/parts/parts.ts';
import { oldPartChoices, paymentMethods } from '#domain/repair-order/repair-order.ts';
import { id, visitCommand } from '#domain/repair-order/visit.contract.ts';
import { trades } from '#domain/staff/staff.ts';

/** Fields of a line that its author gives. Null price, hours or rate: as published in the catalogue or by the store. */
const lineFields = {
  description: shortText,
  qtyMilli: qtyMilliSchema,
  flatRateHoursCenti: hoursCentiSchema.nullable(),
  /** Per hour for labour and diagnosis, per unit for the rest. */
  unitPriceFen: fenSchema.nullable(),
  discountFen: fenSchema,
  taxRateBp: basisPointsSchema.nullable(),
  payer: z.enum(payers),
  necessity: z.enum(lineNecessities),
  /** Why the job is needed, told to the customer (R117). */
  reason: longText.nullable(),
};

/** The lines of the draft with their prices, the promised time, and what the customer is asked (R113–R121, R130–R134). */
export const estimateContracts = {
  addLine: visitCommand('add_line', {
    name: 'estimate.addLine',
    path: 'lines',
    fields: {
      kind: z.enum(lineKinds),
      source: z.enum(lineSources),
      ...lineFields,
      operationId: id.nullable(),
      partId: id.nullable(),
      /** The labour line that a part belongs to. */
      parentLineId: id.nullable(),
      trade: z.enum(trades).nullable(),
      unit: wordsUpTo(10).nullable(),
      capFen: fenSchema.nullable(),
      partOrigin: z.enum(partOrigins).nullable(),
      /** The finding that this line answers. */
      findingId: id.nullable(),
    },
  }),
  changeLine: visitCommand('change_line', {
    name: 'estimate.changeLine',
    path: 'lines/:lineId',
    fields: { lineId: id, version, ...lineFields },
  }),
  removeLine: visitCommand('remove_line', {
    name: 'estimate.removeLine',
    path: 'lines/:lineId/remove',
    fields: { lineId: id, version },
  }),
  setPromise: visitCommand('set_promise', {
    name: 'estimate.setPromise',
    path: 'promise',
    fields: { promisedAt: instantSchema },
  }),
  recordChoices: visitCommand('record_choices', {
    name: 'estimate.recordChoices',
    path: 'choices',
    fields: {
      version,
      paymentMethod: z.enum(paymentMethods),
      oldPartChoice: z.enum(oldPartChoices),
      washWanted: z.boolean(),
      waitsInShop: z.boolean(),
      deliveryProcedureExplained: z.boolean(),
    },
  }),
} as const;
