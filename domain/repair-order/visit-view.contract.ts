import { z } from 'zod';
import * as authorization from '#domain/authorization/authorization.ts';
import { customerRow, vehiclePartyRow, vehicleRow } from '#domain/customer/customer.ts';
import * as delivery from '#domain/delivery/delivery.ts';
import { assignmentRow } from '#domain/dispatch/assignment.ts';
import { chargeLineRow, payers } from '#domain/estimate/charge-line.ts';
import { query } from '#domain/kernel/contract.ts';
import { roleNames } from '#domain/kernel/role.ts';
import { wheelSteps } from '#domain/kernel/wheel.ts';
import { oldPartRow } from '#domain/parts/parts.ts';
import { inspectionRow } from '#domain/quality/inspection.ts';
import * as reception from '#domain/reception/reception.ts';
import { normKeys } from '#domain/repair-order/norms.ts';
import { promiseLights } from '#domain/repair-order/promise-light.ts';
import * as order from '#domain/repair-order/repair-order.ts';
import { id } from '#domain/repair-order/visit.contract.ts';
import * as settlement from '#domain/settlement/settlement.ts';
import * as workshop from '#domain/workshop/workshop.ts';

export const wordsSchema = z.strictObject({ zh: z.string(), en: z.string() });
const instant = z.iso.datetime();

/** A phone number as it is shown: `138****5678`. */
export const maskedPhone = z.string().nullable();

const wheelStepView = z.strictObject({
  step: z.enum(wheelSteps),
  state: z.enum(['done', 'now', 'ahead']),
  /** Null when the car never stood there. */
  since: instant.nullable(),
  until: instant.nullable(),
  /** Who did the last thing there. */
  byName: z.string().nullable(),
  minutes: z.int(),
});

export const refusalView = z.strictObject({ code: z.string(), ...wordsSchema.shape });

const actionView = z.strictObject({
  action: z.string(),
  lineId: id.nullable(),
  ...wordsSchema.shape,
  /** Why the button may not be pressed now; null when it may. */
  disabled: refusalView.nullable(),
});
export type ActionView = z.infer<typeof actionView>;

const normView = z.strictObject({
  /** Its step, words and evidence are the same for all visits: `norms` in domain/repair-order/norms.ts. */
  key: z.enum(normKeys),
  due: z.boolean(),
  doneAt: instant.nullable(),
  doneByName: z.string().nullable(),
});
export type NormView = z.infer<typeof normView>;

const moneyView = z.strictObject({
  payers: z.array(
    z.strictObject({
      payer: z.enum(payers),
      acceptedFen: z.int(),
      settledFen: z.int(),
      receivedFen: z.int(),
      dueFen: z.int(),
    }),
  ),
  receivedFen: z.int(),
  /** What no statement took. */
  freeFen: z.int(),
});

const customerView = customerRow.pick({
  customerId: true,
  kind: true,
  name: true,
  salutation: true,
  preferredChannel: true,
  preferredCall: true,
  wishedServices: true,
  fileDueAt: true,
  fileCompletedAt: true,
  approvalLimitFen: true,
  version: true,
});

/** Everything that the page of a car shows. Phones are masked, strokes and presented contents are read on their own. */
export const visitView = z.strictObject({
  order: order.repairOrderRow.extend({ presenterPhone: maskedPhone }),
  vehicle: vehicleRow,
  customer: customerView.extend({ phone: maskedPhone }),
  parties: z.array(vehiclePartyRow.extend({ name: z.string(), approvalLimitFen: z.int().nullable() })),
  /** By sale and kilometres as the car came in; null where neither is known (R077). */
  warranty: z.strictObject({ inWarranty: z.boolean().nullable(), until: z.iso.date().nullable(), untilKm: z.int() }),
  reception: reception.receptionRow.nullable(),
  walkAround: z.array(reception.walkAroundItemRow),
  entrusted: z.array(reception.entrustedItemRow),
  custody: z.array(reception.custodyTransferRow),
  ticks: z.array(order.checklistTickRow),
  waits: z.array(order.waitRow),
  contacts: z.array(order.customerContactRow),
  attachments: z.array(order.attachmentRow.omit({ fileKey: true, thumbnailKey: true })),
  signatures: z.array(order.signatureRow.omit({ strokes: true })),
  versions: z.array(authorization.authorizationVersionRow.extend({ contentHash: z.string().nullable() })),
  lines: z.array(chargeLineRow),
  decisions: z.array(authorization.authorizationDecisionRow.omit({ record: true })),
  choices: z.array(authorization.authorizationChoiceRow),
  grants: z.array(authorization.authorizationGrantRow),
  revocations: z.array(authorization.grantRevocationRow),
  assignments: z.array(assignmentRow),
  punches: z.array(workshop.punchRow),
  participations: z.array(workshop.participationRow),
  inspections: z.array(inspectionRow),
  findings: z.array(workshop.findingRow),
  oldParts: z.array(oldPartRow),
  statements: z.array(settlement.statementRow.extend({ contentHash: z.string().nullable() })),
  statementLines: z.array(settlement.statementLineRow),
  safetyRefusals: z.array(settlement.safetyRefusalRow),
  payments: z.array(settlement.paymentRow),
  allocations: z.array(settlement.paymentAllocationRow),
  creditNotes: z.array(settlement.creditNoteRow),
  collectors: z.array(delivery.collectorAuthorizationRow.omit({ codeHash: true }).extend({ phone: maskedPhone })),
  passes: z.array(delivery.gatePassRow),
  openings: z.array(delivery.gateOpeningRow),
  delivery: delivery.deliveryRow.nullable(),
  /** Names of all staff whom the rows above name. */
  staff: z.record(id, z.string()),
  wheel: z.array(wheelStepView).length(wheelSteps.length),
  /** Who has the car now. */
  holder: z.strictObject({ role: z.enum(roleNames), staffId: id.nullable(), name: z.string().nullable() }),
  light: z.enum(promiseLights).nullable(),
  money: moneyView,
  /** What the reader's roles may ever do here, each with the reason why not now. */
  actions: z.array(actionView),
  norms: z.array(normView),
});
export type VisitView = z.infer<typeof visitView>;

const activityView = z.strictObject({
  seq: z.int(),
  action: z.string(),
  ...wordsSchema.shape,
  at: instant,
  actorKind: z.enum(['staff', 'customer', 'system']),
  actorName: z.string().nullable(),
  /** Ids, figures and states; no personal data. */
  payload: z.record(z.string(), z.unknown()),
  hash: z.string(),
  previousHash: z.string(),
});
export type ActivityView = z.infer<typeof activityView>;

/** One visit whole, its record, and what each version presented (R001, R004). */
export const visitViewContracts = {
  visit: query({
    zh: '查看工单',
    en: 'See a repair order',
    name: 'repairOrder.visit',
    path: '/orders/:orderId',
    callers: 'staff',
    input: z.strictObject({ orderId: id }),
    output: visitView,
  }),
  activities: query({
    zh: '查看工单记录',
    en: 'See the record of a repair order',
    name: 'repairOrder.activities',
    path: '/orders/:orderId/activities',
    callers: 'staff',
    input: z.strictObject({
      orderId: id,
      /** Only rows after this number. */
      after: z.int().min(0).max(2_147_483_647).default(0),
      limit: z.int().min(1).max(200).default(200),
    }),
    output: z.strictObject({ rows: z.array(activityView), total: z.int(), chainHash: z.string() }),
  }),
  version: query({
    zh: '查看出示的内容',
    en: 'See what was presented',
    name: 'repairOrder.version',
    path: '/orders/:orderId/versions/:versionId',
    callers: 'staff',
    input: z.strictObject({ orderId: id, versionId: id }),
    output: z.strictObject({
      version: authorization.authorizationVersionRow,
      /** As presented, byte for byte; null while it is a draft. */
      content: z.string().nullable(),
      contentHash: z.string().nullable(),
      decision: authorization.authorizationDecisionRow.nullable(),
      choices: z.array(authorization.authorizationChoiceRow),
    }),
  }),
} as const;
