import { z } from 'zod';
import { signatoryKinds } from '#domain/authorization/authorization.ts';
import { gatePassKinds } from '#domain/delivery/delivery.ts';
import { query } from '#domain/kernel/contract.ts';
import { customerStages } from '#domain/repair-order/customer-stage.ts';
import { promiseLights } from '#domain/repair-order/promise-light.ts';
import { orderStates, paperKinds, waitReasons } from '#domain/repair-order/repair-order.ts';
import { id } from '#domain/repair-order/visit.contract.ts';
import { refusalView, wordsSchema } from '#domain/repair-order/visit-view.contract.ts';
import { statementStates } from '#domain/settlement/settlement.ts';
import { findingRow } from '#domain/workshop/workshop.ts';

const instant = z.iso.datetime();

/** What a customer's link shows of the one visit: no phone numbers of staff, nothing of other payers. */
export const customerVisitView = z.strictObject({
  orderId: id,
  orderVersion: z.int(),
  orderNo: z.string(),
  storeName: z.string(),
  storeNameEn: z.string(),
  /** The shop's own number, reachable at any time (R250). */
  hotline: z.string(),
  advisorName: z.string(),
  customerName: z.string(),
  presenterName: z.string(),
  /** Who may sign for this car, whoever brought it first. */
  signatories: z.array(z.strictObject({ kind: z.enum(signatoryKinds), name: z.string() })),
  plate: z.string().nullable(),
  brand: z.string(),
  model: z.string(),
  complaint: z.string(),
  state: z.enum(orderStates),
  arrivedAt: instant,
  promisedAt: instant.nullable(),
  light: z.enum(promiseLights).nullable(),
  pickUpAt: instant.nullable(),
  stages: z.array(
    z.strictObject({ stage: z.enum(customerStages), ...wordsSchema.shape, state: z.enum(['done', 'now', 'ahead']) }),
  ),
  waits: z.array(z.enum(waitReasons)),
  /** When the car is to be tested and inspected (R092). */
  inspections: z.array(z.strictObject({ lineId: id, description: z.string(), from: instant, until: instant })),
  /** What was found, why, and what is to be done (R095). */
  faults: z.array(
    findingRow.pick({
      findingId: true,
      system: true,
      finding: true,
      cause: true,
      proposal: true,
      remedy: true,
      necessity: true,
      foundAt: true,
      attachmentId: true,
    }),
  ),
  /** The customer's questions and the shop's answers, as they were said (R122). */
  questions: z.array(z.strictObject({ contactId: id, asked: z.boolean(), text: z.string(), at: instant })),
  /** What the catalogue calls the lines in English, by line: shown beside the names that are signed, never in their place. */
  namesEn: z.record(z.string(), z.string()),
  /** What lies before the customer; the answer names its hash. */
  toDecide: z
    .strictObject({
      versionId: id,
      versionNo: z.int(),
      content: z.string(),
      contentHash: z.string(),
      expiresAt: instant.nullable(),
    })
    .nullable(),
  decided: z.array(
    z.strictObject({ versionId: id, versionNo: z.int(), decidedAt: instant, recordHash: z.string().nullable() }),
  ),
  statements: z.array(
    z.strictObject({
      statementId: id,
      statementNo: z.string(),
      state: z.enum(statementStates),
      totalFen: z.int(),
      dueFen: z.int(),
      content: z.string().nullable(),
      contentHash: z.string().nullable(),
      signedAt: instant.nullable(),
    }),
  ),
  /** Paid by the customer and not set against a statement: a deposit, or what is given back. */
  depositFen: z.int(),
  passes: z.array(
    z.strictObject({
      passId: id,
      passNo: z.string(),
      kind: z.enum(gatePassKinds),
      code: z.string(),
      validUntil: instant,
      /** Until when a car on a temporary pass comes back. */
      expectedReturnAt: instant.nullable(),
    }),
  ),
  collectors: z.array(z.strictObject({ collectorId: id, name: z.string(), authorizedAt: instant, used: z.boolean() })),
  photos: z.array(
    z.strictObject({ attachmentId: id, purpose: z.string(), note: z.string().nullable(), addedAt: instant }),
  ),
  papers: z.array(z.strictObject({ paper: z.enum(paperKinds), subjectId: id.nullable() })),
  actions: z.array(z.strictObject({ action: z.string(), ...wordsSchema.shape, disabled: refusalView.nullable() })),
});
export type CustomerVisitView = z.infer<typeof customerVisitView>;

/** The customer’s own page of their visit, by the link made for it (R002). */
export const customerVisitContract = query({
  zh: '我的车',
  en: 'My car',
  name: 'repairOrder.myVisit',
  path: '/visit',
  callers: ['customer'],
  input: z.strictObject({}),
  output: customerVisitView,
});
