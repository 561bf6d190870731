import { wheel, type WheelStep } from '#domain/kernel/wheel.ts';
import { words, type Words } from '#domain/kernel/words.ts';

export const customerStages = [
  'reception',
  'diagnosis',
  'estimate',
  'workshop',
  'settlement',
  'delivery',
  'followup',
] as const;
export type CustomerStage = (typeof customerStages)[number];

/** The wheel in the customer's words: what the dealership keeps to itself is one stage (R002). */
export const customerStageWords = {
  reception: words('接待登记', 'Received'),
  diagnosis: words('检查诊断', 'Being checked'),
  estimate: words('报价确认', 'Estimate for you'),
  workshop: words('维修作业与质检', 'In the workshop'),
  settlement: words('验车结算', 'Check and pay'),
  delivery: words('交车', 'Hand-over'),
  followup: words('售后关怀', 'After your visit'),
} as const satisfies Record<CustomerStage, Words>;

/** The stage that a step belongs to in the customer's eyes. */
export function customerStage(step: WheelStep): CustomerStage {
  if (!wheel[step].facesCustomer) return 'workshop';
  return customerStages.find((stage) => stage === step) ?? 'reception';
}

/** The seven stages as they stand while the car is at the step. */
export function stagesAt(step: WheelStep) {
  const present = customerStages.indexOf(customerStage(step));
  return customerStages.map((stage, index) => ({
    stage,
    ...customerStageWords[stage],
    state: index === present ? ('now' as const) : index < present ? ('done' as const) : ('ahead' as const),
  }));
}
