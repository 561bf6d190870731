import type { WarrantyState } from '#domain/estimate/charge-line.ts';
import { machine } from '#domain/kernel/machine.ts';

const judges = ['advisor', 'warranty_clerk', 'service_manager'] as const;
const unanswered = ['not_checked', 'pending_diagnosis'] as const;

/** The warranty judgement of one line 质量担保 (R100–R103). */
export const warrantyMachine = machine({
  zh: '质量担保判定',
  en: 'Warranty judgement',
  states: {
    not_checked: { zh: '未判定', en: 'Not checked' },
    covered: { zh: '属于担保', en: 'Covered' },
    not_covered: { zh: '不属于担保', en: 'Not covered' },
    pending_diagnosis: { zh: '待进一步诊断', en: 'Awaits diagnosis' },
    pending_manufacturer: { zh: '待厂家批复', en: 'Awaits the manufacturer' },
    approved: { zh: '厂家已批准', en: 'Approved' },
    denied: { zh: '厂家已拒绝', en: 'Denied' },
  },
  initial: ['not_checked'],
  final: ['approved', 'denied'],
  actions: {
    cover: {
      zh: '判定属于担保',
      en: 'Judge as covered',
      from: unanswered,
      to: ['covered'],
      by: judges,
      refusals: ['warranty_reason_missing'],
      step: 'diagnosis',
      requirements: ['R100'],
    },
    exclude: {
      zh: '判定不属于担保',
      en: 'Judge as not covered',
      from: unanswered,
      to: ['not_covered'],
      by: judges,
      refusals: ['warranty_reason_missing'],
      step: 'diagnosis',
      requirements: ['R100'],
    },
    await_diagnosis: {
      zh: '待进一步诊断',
      en: 'Await further diagnosis',
      from: ['not_checked'],
      to: ['pending_diagnosis'],
      by: judges,
      refusals: ['warranty_reason_missing'],
      step: 'diagnosis',
      requirements: ['R101', 'R103'],
    },
    report: {
      zh: '上报厂家',
      en: 'Report to the manufacturer',
      from: unanswered,
      to: ['pending_manufacturer'],
      by: judges,
      refusals: ['warranty_reason_missing'],
      step: 'diagnosis',
      requirements: ['R102'],
    },
    approve: {
      zh: '登记厂家批准',
      en: 'Record the approval',
      from: ['pending_manufacturer'],
      to: ['approved'],
      by: judges,
      refusals: ['warranty_reason_missing'],
      step: 'diagnosis',
      requirements: ['R102'],
    },
    deny: {
      zh: '登记厂家拒绝',
      en: 'Record the denial',
      from: ['pending_manufacturer'],
      to: ['denied'],
      by: judges,
      refusals: ['warranty_reason_missing'],
      step: 'diagnosis',
      requirements: ['R102'],
    },
    reopen: {
      zh: '重新判定',
      en: 'Judge again',
      from: ['covered', 'not_covered', 'pending_diagnosis'],
      to: ['not_checked'],
      by: judges,
      refusals: [],
      step: 'diagnosis',
      requirements: ['R100'],
    },
  },
});

export type WarrantyAction = keyof typeof warrantyMachine.actions;

/** The one action that leads to a state. */
export const judgementTo = {
  not_checked: 'reopen',
  covered: 'cover',
  not_covered: 'exclude',
  pending_diagnosis: 'await_diagnosis',
  pending_manufacturer: 'report',
  approved: 'approve',
  denied: 'deny',
} as const satisfies Record<WarrantyState, WarrantyAction>;
