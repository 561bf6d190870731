import type { Words } from '#domain/kernel/words.ts';

export type WheelStepDefinition = Words & { readonly number: number; readonly facesCustomer: boolean };

const customer = (number: number, zh: string, en: string): WheelStepDefinition => ({
  zh,
  en,
  number,
  facesCustomer: true,
});
const internal = (number: number, zh: string, en: string): WheelStepDefinition => ({
  zh,
  en,
  number,
  facesCustomer: false,
});

/** The twelve steps of the process wheel (R001); steps 6–9 are the dealership's own (R002). */
export const wheel = {
  outreach: customer(1, '招揽客户', 'Outreach'),
  appointment: customer(2, '预约服务', 'Appointment'),
  reception: customer(3, '客户接待', 'Reception'),
  diagnosis: customer(4, '诊断', 'Diagnosis'),
  estimate: customer(5, '估价', 'Estimate'),
  dispatch: internal(6, '派工', 'Dispatch'),
  parts: internal(7, '零件出库', 'Parts'),
  work: internal(8, '作业与质检', 'Work'),
  final_inspection: internal(9, '完工检查', 'Final inspection'),
  settlement: customer(10, '验车结算', 'Settlement'),
  delivery: customer(11, '交车送行', 'Delivery'),
  followup: customer(12, '跟踪回访', 'Follow-up'),
} as const satisfies Record<string, WheelStepDefinition>;

export type WheelStep = keyof typeof wheel;
export const wheelSteps = Object.keys(wheel) as WheelStep[];
