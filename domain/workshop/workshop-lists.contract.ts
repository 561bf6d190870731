import { z } from 'zod';
import { chargeLineRow, lineKinds, partStates, workStates } from '#domain/estimate/charge-line.ts';
import { query } from '#domain/kernel/contract.ts';
import { checkItemSchema, inspectionKinds } from '#domain/quality/inspection.ts';
import { entrustedItemRow, walkAroundItemRow } from '#domain/reception/reception.ts';
import { promiseLights } from '#domain/repair-order/promise-light.ts';
import { dispatchPriorities, waitRow } from '#domain/repair-order/repair-order.ts';
import { refusalView, wordsSchema } from '#domain/repair-order/visit-view.contract.ts';
import { id } from '#domain/repair-order/visit.contract.ts';
import { trades } from '#domain/staff/staff.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';
import { findingRow, punchRow } from '#domain/workshop/workshop.ts';

const instant = z.iso.datetime();
/** A point to check: its stored name, and what it is called. */
const checkPoint = wordsSchema.extend({ item: z.string() });

const part = chargeLineRow
  .pick({ lineId: true, description: true, unit: true, qtyMilli: true, issuedQtyMilli: true, backorderEta: true })
  .extend({ partState: z.enum(partStates).nullable(), origin: chargeLineRow.shape.partOrigin });

/** One job of a technician, with all that is needed beside the car. */
export const jobView = z.strictObject({
  orderId: id,
  orderNo: z.string(),
  orderVersion: z.int(),
  plate: z.string().nullable(),
  brand: z.string(),
  model: z.string(),
  colour: z.string().nullable(),
  vin: z.string().nullable(),
  odometerKm: z.int().nullable(),
  complaint: z.string(),
  priority: z.enum(dispatchPriorities).nullable(),
  promisedAt: instant.nullable(),
  light: z.enum(promiseLights).nullable(),
  line: chargeLineRow.pick({
    lineId: true,
    lineNo: true,
    kind: true,
    description: true,
    reason: true,
    trade: true,
    flatRateHoursCenti: true,
    workState: true,
    workDone: true,
    reworkCount: true,
    version: true,
  }),
  bayId: id.nullable(),
  bayName: z.string().nullable(),
  plannedFrom: instant,
  plannedUntil: instant,
  punches: z.array(punchRow.pick({ startedAt: true, endedAt: true, endReason: true, pauseReason: true })),
  carAccepted: z.boolean(),
  parts: z.array(part),
  /** Why the line came back, newest first. */
  reworkReasons: z.array(z.string()),
  /** What lies in the car: minded, and not touched unless the work needs it (R160, R161). */
  belongings: z.array(entrustedItemRow.pick({ kind: true, description: true, quantity: true })),
  notices: z.array(wordsSchema),
  damages: z.array(walkAroundItemRow.pick({ area: true, damage: true, note: true })),
  findings: z.array(
    findingRow.pick({ findingId: true, kind: true, system: true, finding: true, stopsLine: true, answeredAt: true }),
  ),
  waits: z.array(
    waitRow.pick({ waitId: true, lineId: true, reason: true, note: true, since: true, expectedUntil: true }),
  ),
  /** What the self-check of this job asks. */
  checkPoints: z.array(checkPoint),
  actions: z.array(wordsSchema.extend({ action: z.string(), disabled: refusalView.nullable() })),
});
export type JobView = z.infer<typeof jobView>;

const lineToCheck = z.strictObject({
  lineId: id,
  version: z.int(),
  kind: z.enum(lineKinds),
  description: z.string(),
  trade: z.enum(trades).nullable(),
  workState: z.enum(workStates),
  workDone: z.string().nullable(),
  reworkCount: z.int(),
  /** Who worked on it. */
  technicians: z.array(z.string()),
  ownWork: z.boolean(),
  selfCheck: z.array(checkItemSchema),
  advice: z.string().nullable(),
  checkPoints: z.array(checkPoint),
});

/** A car with lines to check. */
export const carToCheck = z.strictObject({
  orderId: id,
  orderNo: z.string(),
  plate: z.string().nullable(),
  model: z.string(),
  complaint: z.string(),
  promisedAt: instant.nullable(),
  light: z.enum(promiseLights).nullable(),
  odometerKm: z.int().nullable(),
  leaderCheckWaivedReason: z.string().nullable(),
  lines: z.array(lineToCheck),
});

const rework = z.strictObject({
  orderId: id,
  orderNo: z.string(),
  plate: z.string().nullable(),
  lineId: id,
  description: z.string(),
  workState: z.enum(workStates),
  reworkCount: z.int(),
  technicians: z.array(z.string()),
  /** The checks of this car that failed, newest first. */
  failures: z.array(
    z.strictObject({
      kind: z.enum(inspectionKinds),
      at: instant,
      byName: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  promisedAt: instant.nullable(),
});

/** What technicians, team leaders and inspectors have before them (R158–R164, R180–R183). */
export const workshopListContracts = {
  myJobs: query({
    zh: '我的作业',
    en: 'My jobs',
    name: 'workshop.myJobs',
    path: '/workshop/my-jobs',
    callers: ['technician', 'team_leader'],
    input: z.strictObject({}),
    output: z.strictObject({
      /** What runs under my hands. */
      now: z.array(jobView),
      /** What is next, by plan. */
      next: z.array(jobView),
      more: z.int(),
    }),
  }),
  checks: query({
    zh: '待班组长检验',
    en: 'Cars for the leader to check',
    name: 'workshop.checks',
    path: '/workshop/checks',
    callers: ['team_leader', 'supervisor', 'inspector'],
    input: z.strictObject({}),
    output: z.strictObject({ cars: z.array(carToCheck) }),
  }),
  inspectorHome: query({
    zh: '待总检车辆',
    en: 'Cars for the final inspection',
    name: 'quality.inspectorHome',
    path: '/home/inspector',
    callers: ['inspector', 'service_manager', 'supervisor'],
    input: z.strictObject({}),
    output: z.strictObject({
      cars: z.array(
        carToCheck.extend({
          /** What the final inspection of this car asks. */
          checkPoints: z.array(checkPoint),
          /** I worked on this car and may not inspect it. */
          workedOnIt: z.boolean(),
        }),
      ),
    }),
  }),
  rework: query({
    zh: '返工清单',
    en: 'Rework',
    name: 'quality.rework',
    path: '/quality/rework',
    callers: ['inspector', 'team_leader', 'supervisor', 'service_manager'],
    input: z.strictObject({ ...pageFields }),
    output: pageOf(rework),
  }),
} as const;
