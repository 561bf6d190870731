import { z } from 'zod';
import { complaintMachine } from '#domain/followup/complaint.machine.ts';
import {
  complaintClasses,
  complaintLevels,
  complaintRow,
  complaintSources,
  complaintStates,
} from '#domain/followup/complaint.ts';
import { command, query, version } from '#domain/kernel/contract.ts';
import { longText, optionalNote } from '#domain/kernel/text.ts';
import { pageFields, pageOf } from '#domain/store/page.ts';

const id = z.uuid();
const complaintId = id;
const changed = z.strictObject({ complaintId: id, state: z.enum(complaintStates), version });

const view = complaintRow.omit({ chainSeq: true, chainHash: true }).extend({
  customerName: z.string(),
  salutation: z.string(),
  phone: z.string().nullable(),
  plate: z.string().nullable(),
  orderNo: z.string().nullable(),
  assigneeName: z.string().nullable(),
  /** Not answered within the hours of its level. */
  overdue: z.boolean(),
});

const step = <Fields extends z.ZodRawShape>(action: keyof typeof complaintMachine.actions, fields: Fields) =>
  command(
    { of: complaintMachine, action },
    {
      name: `complaint.${action}`,
      path: `/complaints/:complaintId/${action}`,
      input: z.strictObject({ complaintId, version, ...fields }),
      output: changed,
    },
  );

/** Complaints from opening to closing, each with a first response in time, cause and preventive measure (R280–R283). */
export const complaintContracts = {
  open: command(
    { of: complaintMachine, action: 'open' },
    {
      name: 'complaint.open',
      path: '/complaints',
      input: z.strictObject({
        /** A customer's own complaint is about the visit of their link. */
        orderId: id.nullable(),
        customerId: id.nullable(),
        vehicleId: id.nullable(),
        source: z.enum(complaintSources),
        level: z.enum(complaintLevels),
        class: z.enum(complaintClasses),
        description: longText,
        demand: optionalNote.nullable(),
      }),
      output: changed.extend({ complaintNo: z.string() }),
    },
  ),
  assign: step('assign', { assigneeId: id }),
  respond: step('respond', {}),
  investigate: step('investigate', {}),
  resolve: step('resolve', {
    cause: optionalNote.nullable(),
    resolution: longText,
    preventiveMeasure: optionalNote.nullable(),
  }),
  verify: step('verify', { customerAnswer: optionalNote.nullable(), satisfied: z.boolean() }),
  close: step('close', { preventiveMeasure: optionalNote.nullable() }),
  list: query({
    zh: '投诉清单',
    en: 'Complaints',
    name: 'complaint.list',
    path: '/complaints',
    callers: 'staff',
    input: z.strictObject({
      show: z.enum(['open', 'overdue', 'mine', 'all']).default('open'),
      state: z.enum(complaintStates).optional(),
      level: z.enum(complaintLevels).optional(),
      class: z.enum(complaintClasses).optional(),
      orderId: id.optional(),
      customerId: id.optional(),
      ...pageFields,
    }),
    output: pageOf(view),
  }),
  counts: query({
    zh: '投诉数量',
    en: 'Complaints by state',
    name: 'complaint.counts',
    path: '/complaints/counts',
    callers: 'staff',
    input: z.strictObject({}),
    output: z.strictObject({
      byState: z.array(z.strictObject({ state: z.enum(complaintStates), count: z.int() })),
      byClass: z.array(z.strictObject({ class: z.enum(complaintClasses), count: z.int() })),
      overdue: z.int(),
    }),
  }),
  detail: query({
    zh: '投诉详情',
    en: 'One complaint',
    name: 'complaint.detail',
    path: '/complaints/:complaintId',
    callers: 'staff',
    input: z.strictObject({ complaintId }),
    output: view,
  }),
  /** What the customer sees of the complaints about their visit. */
  ofVisit: query({
    zh: '本次到店的投诉',
    en: 'Complaints about this visit',
    name: 'complaint.ofVisit',
    path: '/orders/:orderId/complaints',
    callers: ['customer', 'advisor', 'service_manager', 'follow_up_agent'],
    input: z.strictObject({ orderId: id }),
    output: z.strictObject({
      complaints: z.array(
        complaintRow.pick({
          complaintId: true,
          complaintNo: true,
          state: true,
          class: true,
          description: true,
          demand: true,
          respondBy: true,
          respondedAt: true,
          resolution: true,
          customerAnswer: true,
          satisfied: true,
          version: true,
          createdAt: true,
        }),
      ),
    }),
  }),
} as const;
