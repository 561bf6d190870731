import { z } from 'zod';
import { instantSchema } from '#domain/kernel/calendar.ts';
import { optionalNote } from '#domain/kernel/text.ts';
import { dispatchPriorities } from '#domain/repair-order/repair-order.ts';
import { id, place, visitCommand } from '#domain/repair-order/visit.contract.ts';

/** From the advisor’s hands into the workshop: key and papers, priority, bay and technician, and the team’s own look at the car (R150–R156). */
export const dispatchContracts = {
  handToWorkshop: visitCommand('hand_to_workshop', {
    name: 'dispatch.handToWorkshop',
    path: 'workshop',
    fields: { toStaffId: id, place, notes: optionalNote.nullable(), priority: z.enum(dispatchPriorities) },
  }),
  setPriority: visitCommand('set_priority', {
    name: 'dispatch.setPriority',
    path: 'priority',
    fields: { priority: z.enum(dispatchPriorities) },
  }),
  assignLine: visitCommand('assign_line', {
    name: 'dispatch.assignLine',
    path: 'lines/:lineId/assign',
    fields: {
      lineId: id,
      bayId: id,
      teamId: id.nullable(),
      technicianId: id.nullable(),
      plannedFrom: instantSchema,
      plannedUntil: instantSchema,
    },
  }),
  unassignLine: visitCommand('unassign_line', {
    name: 'dispatch.unassignLine',
    path: 'lines/:lineId/unassign',
    fields: { lineId: id },
  }),
  acceptCar: visitCommand('accept_car', {
    name: 'dispatch.acceptCar',
    path: 'accept-car',
    fields: { matchesReceptionForm: z.boolean(), note: optionalNote.nullable() },
  }),
} as const;
