import { machine } from '#domain/kernel/machine.ts';

const desk = ['receptionist', 'advisor', 'service_manager'] as const;
const callers = [...desk, 'follow_up_agent'] as const;
const placeRefusals = ['appointment_in_past', 'slot_closed', 'slot_full', 'bay_taken'] as const;

/** Appointment 预约 (R030–R043). Late is the tag's marker, derived from the clock, not a state (R040). */
export const appointmentMachine = machine({
  zh: '预约',
  en: 'Appointment',
  states: {
    requested: { zh: '待确认', en: 'Requested' },
    confirmed: { zh: '已确认', en: 'Confirmed' },
    arrived: { zh: '已到店', en: 'Arrived' },
    no_show: { zh: '失约', en: 'No-show' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: ['requested', 'confirmed'],
  final: ['arrived', 'cancelled'],
  actions: {
    make: {
      zh: '新建预约',
      en: 'Make an appointment',
      from: [],
      to: ['requested', 'confirmed'],
      by: callers,
      refusals: placeRefusals,
      step: 'appointment',
      requirements: ['R030', 'R032', 'R033'],
    },
    request: {
      zh: '网上预约',
      en: 'Request an appointment',
      from: [],
      to: ['requested'],
      by: ['customer'],
      refusals: ['privacy_not_accepted', 'appointment_in_past', 'slot_closed', 'slot_full'],
      step: 'appointment',
      requirements: ['R030', 'R031'],
    },
    confirm: {
      zh: '确认预约',
      en: 'Confirm',
      from: ['requested'],
      to: ['confirmed'],
      by: callers,
      refusals: ['slot_full', 'bay_taken'],
      step: 'appointment',
      requirements: ['R034', 'R038'],
    },
    reschedule: {
      zh: '改期',
      en: 'Reschedule',
      from: ['requested', 'confirmed'],
      to: 'same',
      by: callers,
      refusals: placeRefusals,
      step: 'appointment',
      requirements: ['R034'],
    },
    rebook: {
      zh: '重新预约',
      en: 'Book again',
      from: ['no_show'],
      to: ['requested'],
      by: callers,
      refusals: placeRefusals,
      step: 'appointment',
      requirements: ['R034'],
    },
    remind: {
      zh: '提醒客户',
      en: 'Remind the customer',
      from: ['requested', 'confirmed'],
      to: 'same',
      by: callers,
      refusals: [],
      step: 'appointment',
      requirements: ['R037'],
    },
    mark_arrived: {
      zh: '登记到店',
      en: 'Mark as arrived',
      from: ['requested', 'confirmed', 'no_show', 'arrived'],
      to: ['arrived'],
      by: desk,
      refusals: [],
      step: 'appointment',
      requirements: ['R040'],
    },
    mark_no_show: {
      zh: '登记失约',
      en: 'Mark as no-show',
      from: ['requested', 'confirmed'],
      to: ['no_show'],
      by: desk,
      refusals: ['appointment_not_today'],
      step: 'appointment',
      requirements: ['R040'],
    },
    cancel: {
      zh: '取消预约',
      en: 'Cancel',
      from: ['requested', 'confirmed', 'no_show'],
      to: ['cancelled'],
      by: callers,
      refusals: [],
      step: 'appointment',
      requirements: ['R034'],
    },
  },
});

export type AppointmentAction = keyof typeof appointmentMachine.actions;
