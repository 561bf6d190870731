import { z } from 'zod';
import { preferredTimeSchema, shopDaySchema } from '#domain/kernel/calendar.ts';
import { fenSchema } from '#domain/kernel/money.ts';
import { longText, optionalNote, shortText } from '#domain/kernel/text.ts';
import { checkItemSchema } from '#domain/quality/inspection.ts';
import { paymentMethods } from '#domain/repair-order/repair-order.ts';
import { id, odometerKm, reason, signatureInput, visitCommand } from '#domain/repair-order/visit.contract.ts';

const contentHash = z.string().regex(/^[0-9a-f]{64}$/);
const amountFen = fenSchema.min(1);
const method = z.enum(paymentMethods).exclude(['credit']);

/** From the walk around the finished car to the last fen (R212, R230–R244). */
export const settlementContracts = {
  checkVehicle: visitCommand('check_vehicle', {
    name: 'settlement.checkVehicle',
    path: 'vehicle-check',
    fields: {
      result: z.enum(['pass', 'fail']),
      items: z.array(checkItemSchema).min(1).max(80),
      failedLines: z.array(z.strictObject({ lineId: id, reason })).max(80),
      oldPartsShown: z.boolean(),
      kitRemoved: z.boolean(),
      customerOpinion: optionalNote.nullable(),
    },
  }),
  /** One statement per payer with something granted and performed, and always one for the customer (¥0 too). */
  presentStatements: visitCommand('present_statements', {
    name: 'settlement.presentStatements',
    path: 'statements/present',
    fields: {
      nextServiceOn: shopDaySchema.nullable(),
      nextServiceKm: odometerKm.nullable(),
      preferredCall: preferredTimeSchema.nullable(),
    },
  }),
  refuseSafety: visitCommand('refuse_safety', {
    name: 'settlement.refuseSafety',
    path: 'lines/:lineId/safety-refusal',
    fields: { lineId: id, customerNote: longText, signature: signatureInput },
  }),
  signStatement: visitCommand('sign_statement', {
    name: 'settlement.signStatement',
    path: 'statements/:statementId/sign',
    fields: { statementId: id, contentHash, signature: signatureInput },
  }),
  withdrawStatements: visitCommand('withdraw_statements', {
    name: 'settlement.withdrawStatements',
    path: 'statements/withdraw',
    fields: { reason },
  }),
  takePayment: visitCommand('take_payment', {
    name: 'settlement.takePayment',
    path: 'payments',
    fields: {
      kind: z.enum(['deposit', 'payment']),
      /** Null for a deposit. */
      statementId: id.nullable(),
      method,
      amountFen,
      tenderedFen: fenSchema.nullable(),
      reference: shortText.nullable(),
    },
  }),
  refund: visitCommand('refund', {
    name: 'settlement.refund',
    path: 'refunds',
    fields: { statementId: id.nullable(), method, amountFen, reason },
  }),
  approveCredit: visitCommand('approve_credit', {
    name: 'settlement.approveCredit',
    path: 'statements/:statementId/credit',
    fields: { statementId: id, reason },
  }),
  issueCreditNote: visitCommand('issue_credit_note', {
    name: 'settlement.issueCreditNote',
    path: 'statements/:statementId/credit-notes',
    fields: { statementId: id, amountFen, reason },
  }),
} as const;
