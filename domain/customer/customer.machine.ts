import { machine } from '#domain/kernel/machine.ts';
import type { Customer } from '#domain/customer/customer.ts';

const desk = ['advisor', 'receptionist', 'service_manager'] as const;
const desks = [...desk, 'follow_up_agent'] as const;

/** The customer file: open until it holds what R291 asks for. */
export const customerMachine = machine({
  zh: '客户档案',
  en: 'Customer file',
  states: { open: { zh: '待完善', en: 'Incomplete' }, complete: { zh: '已建档', en: 'Complete' } },
  initial: ['open'],
  final: ['complete'],
  actions: {
    file_customer: {
      zh: '登记客户',
      en: 'File a customer',
      from: [],
      to: ['open'],
      by: desks,
      refusals: ['customer_exists'],
      requirements: ['R060', 'R080'],
    },
    change_customer: {
      zh: '修改客户资料',
      en: 'Change a customer',
      from: ['open', 'complete'],
      to: 'same',
      by: desks,
      refusals: ['customer_exists'],
      requirements: ['R291'],
    },
    give_consent: {
      zh: '登记客户同意联系',
      en: 'Record consent',
      from: ['open', 'complete'],
      to: 'same',
      by: desks,
      refusals: [],
      requirements: ['R321'],
    },
    withdraw_consent: {
      zh: '登记客户撤回同意',
      en: 'Record the withdrawal of consent',
      from: ['open', 'complete'],
      to: 'same',
      by: desks,
      refusals: [],
      requirements: ['R321'],
    },
    complete_file: {
      zh: '完成客户档案',
      en: 'Complete the customer file',
      from: ['open', 'complete'],
      to: ['complete'],
      by: desks,
      refusals: ['file_incomplete'],
      requirements: ['R290', 'R291', 'R293'],
    },
    look_at_phone: {
      zh: '查看完整电话',
      en: 'Look at the full phone number',
      from: ['open', 'complete'],
      to: 'same',
      by: [...desks, 'warranty_clerk', 'lounge_attendant'],
      refusals: [],
      requirements: ['R321'],
    },
  },
});

export const fileState = ({ fileCompletedAt }: Customer): 'open' | 'complete' =>
  fileCompletedAt === null ? 'open' : 'complete';

/** A vehicle on file. */
export const vehicleMachine = machine({
  zh: '车辆档案',
  en: 'Vehicle file',
  states: { filed: { zh: '已建档', en: 'On file' } },
  initial: ['filed'],
  final: ['filed'],
  actions: {
    file_vehicle: {
      zh: '登记车辆',
      en: 'File a vehicle',
      from: [],
      to: ['filed'],
      by: desk,
      refusals: ['vehicle_exists', 'vehicle_unidentified', 'vin_check_digit'],
      requirements: ['R060', 'R062'],
    },
    change_vehicle: {
      zh: '修改车辆资料',
      en: 'Change a vehicle',
      from: ['filed'],
      to: 'same',
      by: [...desk, 'warranty_clerk'],
      refusals: ['vehicle_exists', 'vehicle_unidentified', 'vin_check_digit'],
      requirements: ['R291'],
    },
    add_party: {
      zh: '登记车主/送修人',
      en: 'Name an owner, presenter or fleet contact',
      from: ['filed'],
      to: 'same',
      by: desk,
      refusals: [],
      requirements: ['R061'],
    },
    end_party: {
      zh: '解除车辆关系',
      en: 'End a relation to the vehicle',
      from: ['filed'],
      to: 'same',
      by: desk,
      refusals: [],
      requirements: ['R061'],
    },
    report_odometer: {
      zh: '登记客户报告的里程',
      en: 'Record a reported odometer',
      from: ['filed'],
      to: 'same',
      by: desks,
      refusals: ['odometer_backwards'],
      requirements: ['R011'],
    },
  },
});
