import { appointmentMachine } from '#domain/appointment/appointment.machine.ts';
import { complaintMachine } from '#domain/followup/complaint.machine.ts';
import { followUpMachine } from '#domain/followup/follow-up.machine.ts';
import { warrantyMachine } from '#domain/diagnosis/warranty.machine.ts';
import type { Machine } from '#domain/kernel/machine.ts';
import { messageMachine } from '#domain/message/message.machine.ts';
import { outreachMachine } from '#domain/outreach/outreach.machine.ts';
import { orderMachine } from '#domain/repair-order/repair-order.transitions.ts';
import { workMachine } from '#domain/workshop/work.machine.ts';

/** Every machine of the process, by name: the tests, the documentation and the conformance checks walk through this list. */
export const machines: Readonly<Record<string, Machine<string>>> = {
  outreach: outreachMachine,
  appointment: appointmentMachine,
  repair_order: orderMachine,
  work: workMachine,
  warranty: warrantyMachine,
  follow_up: followUpMachine,
  complaint: complaintMachine,
  message: messageMachine,
};
