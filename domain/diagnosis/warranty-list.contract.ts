import { z } from 'zod';
import { lineDecisions, lineKinds, payers, warrantyStates } from '#domain/estimate/charge-line.ts';
import { query } from '#domain/kernel/contract.ts';
import { id } from '#domain/repair-order/visit.contract.ts';
import { visitRowView } from '#domain/repair-order/visit-list.contract.ts';

const instant = z.iso.datetime();

/** A line whose judgement somebody owes: the dealership or the manufacturer. */
const judgedLine = visitRowView
  .pick({ orderId: true, orderNo: true, plate: true, model: true, customerName: true, advisorName: true, step: true })
  .extend({
    lineId: id,
    kind: z.enum(lineKinds),
    description: z.string(),
    payer: z.enum(payers),
    decision: z.enum(lineDecisions),
    warrantyState: z.enum(warrantyStates),
    warrantyReason: z.string().nullable(),
    /** The customer was told the reason (R100). */
    toldAt: instant.nullable(),
    amountFen: z.int(),
    odometerKm: z.int().nullable(),
    firstSoldOn: z.iso.date().nullable(),
    /** By months and kilometres (R077); null when the file does not say. */
    inWarranty: z.boolean().nullable(),
    /** When the judgement last moved, from the record of the visit; null before the first. */
    since: instant.nullable(),
  });

/** The warranty clerk’s day (R100–R103). */
export const warrantyListContracts = {
  /** The warranty clerk's day (R100–R102). */
  home: query({
    zh: '索赔员首页',
    en: 'The warranty clerk’s day',
    name: 'diagnosis.warrantyHome',
    path: '/home/warranty',
    callers: ['warranty_clerk', 'service_manager', 'advisor'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** Manufacturer's lines without a judgement, lines that await a diagnosis, and findings on cars in warranty. */
      toJudge: z.array(judgedLine),
      /** Reported to the manufacturer, the longest first. */
      reported: z.array(judgedLine),
      /** Judged, and the customer does not know the reason yet. */
      notTold: z.array(judgedLine),
    }),
  }),
} as const;
