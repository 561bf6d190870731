import { z } from 'zod';
import { tagMarkers } from '#domain/appointment/tag.ts';
import { clockTimeSchema, shopDaySchema } from '#domain/kernel/calendar.ts';
import { query } from '#domain/kernel/contract.ts';
import { workStates } from '#domain/estimate/charge-line.ts';
import { promiseLights } from '#domain/repair-order/promise-light.ts';
import { dispatchPriorities, waitReasons } from '#domain/repair-order/repair-order.ts';
import { id } from '#domain/repair-order/visit.contract.ts';
import { bayRow, trades } from '#domain/staff/staff.ts';
import { assignmentStates } from '#domain/dispatch/assignment.ts';
import { punchEnds } from '#domain/workshop/workshop.ts';

const instant = z.iso.datetime();
const callers = ['supervisor', 'team_leader', 'service_manager', 'advisor', 'technician', 'inspector'] as const;

const bay = bayRow.omit({ active: true, sort: true, version: true });
const technician = z.strictObject({
  staffId: id,
  name: z.string(),
  teamId: id.nullable(),
  teamName: z.string().nullable(),
  leadsTeam: z.boolean(),
  trades: z.array(z.enum(trades)),
  slots: z.int(),
});

const job = z.strictObject({
  orderId: id,
  orderNo: z.string(),
  plate: z.string().nullable(),
  lineId: id,
  description: z.string(),
  trade: z.enum(trades).nullable(),
  workState: z.enum(workStates).nullable(),
  /** Standard time, against which it is seen whether work runs over. */
  hoursCenti: z.int().nullable(),
});

const plan = job.extend({
  assignmentId: id,
  bayId: id,
  teamId: id.nullable(),
  technicianId: id.nullable(),
  technicianSlot: z.int(),
  from: instant,
  until: instant,
  state: z.enum(assignmentStates).exclude(['void']),
});

/** What really happened: an open interval runs until now. */
const actual = job.extend({
  punchId: id,
  bayId: id.nullable(),
  technicianId: id,
  from: instant,
  until: instant.nullable(),
  endReason: z.enum(punchEnds).nullable(),
});

const queued = job.extend({
  lineVersion: z.int(),
  model: z.string(),
  reworkCount: z.int(),
  priority: z.enum(dispatchPriorities).nullable(),
  inWorkshopSince: instant.nullable(),
  promisedAt: instant.nullable(),
  light: z.enum(promiseLights).nullable(),
});

const waiting = z.strictObject({
  orderId: id,
  orderNo: z.string(),
  plate: z.string().nullable(),
  advisorName: z.string(),
  promisedAt: instant.nullable(),
  light: z.enum(promiseLights).nullable(),
  waits: z.array(
    z.strictObject({
      waitId: id,
      lineId: id.nullable(),
      description: z.string().nullable(),
      reason: z.enum(waitReasons),
      since: instant,
      expectedUntil: instant.nullable(),
      note: z.string().nullable(),
    }),
  ),
});

/** A finished car in the wash bay: the supervisor is told when washing starts (R190). */
const washing = z.strictObject({ orderId: id, plate: z.string().nullable(), advisorName: z.string(), since: instant });

/** An appointment not yet arrived, with the bay that it reserved: work that the day must leave room for (R043). */
const expected = z.strictObject({
  appointmentId: id,
  plates: z.array(z.string()),
  requestedJobs: z.string(),
  bayId: id.nullable(),
  from: instant,
  until: instant,
  marker: z.enum(tagMarkers),
});

/** How much of a day is planned and worked already, in minutes. */
const loaded = technician.extend({ plannedMinutes: z.int(), workedMinutes: z.int(), working: z.boolean() });

/** The supervisor's wall: bay and technician by the hour, beside the appointments of the day (R043, R154, R155). */
export const dispatchBoardContracts = {
  board: query({
    zh: '派工看板',
    en: 'Dispatch board',
    name: 'dispatch.board',
    path: '/dispatch/board',
    callers,
    input: z.strictObject({
      /** Today in the shop by default. */
      day: shopDaySchema.optional(),
    }),
    output: z.strictObject({
      day: shopDaySchema,
      now: instant,
      /** The shop's hours, `08:00`. */
      opensAt: clockTimeSchema,
      closesAt: clockTimeSchema,
      bays: z.array(bay),
      technicians: z.array(technician),
      plans: z.array(plan),
      actuals: z.array(actual),
      /** Granted work without a plan, by priority, then promise. */
      queue: z.array(queued),
      waiting: z.array(waiting),
      washing: z.array(washing),
      expected: z.array(expected),
    }),
  }),
  options: query({
    zh: '派工选项',
    en: 'Whom and where to dispatch',
    name: 'dispatch.options',
    path: '/dispatch/options',
    callers: ['supervisor', 'service_manager', 'team_leader'],
    input: z.strictObject({ day: shopDaySchema.optional() }),
    output: z.strictObject({
      bays: z.array(bay),
      teams: z.array(z.strictObject({ teamId: id, name: z.string(), trades: z.array(z.enum(trades)) })),
      technicians: z.array(loaded),
    }),
  }),
} as const;
