import { z } from 'zod';
import { lineNecessities, payers, warrantyStates } from '#domain/estimate/charge-line.ts';
import { version } from '#domain/kernel/contract.ts';
import { longText } from '#domain/kernel/text.ts';
import { id, visitCommand } from '#domain/repair-order/visit.contract.ts';
import { findingKinds, repairRemedies, vehicleSystems } from '#domain/workshop/workshop.ts';

/** What the workshop found, and who pays for it by the warranty’s terms (R093–R103). */
export const diagnosisContracts = {
  /** A finding by system, with cause and proposed job (R093). An `add_on` that stops its line pauses it until the customer decides. */
  recordFinding: visitCommand('record_finding', {
    name: 'diagnosis.recordFinding',
    path: 'findings',
    fields: {
      kind: z.enum(findingKinds),
      lineId: id.nullable(),
      system: z.enum(vehicleSystems),
      finding: longText,
      cause: longText.nullable(),
      proposal: longText.nullable(),
      /** Repair or replace, as first decided (R097). */
      remedy: z.enum(repairRemedies).nullable().default(null),
      necessity: z.enum(lineNecessities),
      stopsLine: z.boolean(),
      attachmentId: id.nullable(),
    },
  }),
  /** The judgement with the reason that the customer is told (R100–R102). */
  judgeWarranty: visitCommand('judge_warranty', {
    name: 'diagnosis.judgeWarranty',
    path: 'lines/:lineId/warranty',
    fields: {
      lineId: id,
      version,
      state: z.enum(warrantyStates),
      reason: longText.nullable(),
      toldCustomer: z.boolean(),
      /** Who pays if manufacturer or insurer refuse. */
      fallbackPayer: z.enum(payers).nullable(),
    },
  }),
} as const;
