import type { Action } from '#domain/kernel/machine.ts';
import type { OrderState } from '#domain/repair-order/repair-order.ts';

/** Findings and warranty judgement (R090–R103). */
export const diagnosisActions = {
  record_finding: {
    zh: '登记检查发现',
    en: 'Record a finding',
    from: ['open'],
    to: 'same',
    by: ['technician', 'team_leader', 'inspector', 'supervisor', 'advisor'],
    refusals: ['finding_line_missing', 'line_not_found', 'no_grant', 'not_your_line'],
    step: 'diagnosis',
    requirements: ['R093', 'R094', 'R096', 'R097'],
  },
  judge_warranty: {
    zh: '质量担保判定',
    en: 'Judge the warranty',
    from: ['open', 'ready'],
    to: 'same',
    by: ['advisor', 'warranty_clerk', 'service_manager'],
    refusals: ['line_not_found', 'warranty_reason_missing', 'line_not_draft'],
    step: 'diagnosis',
    requirements: ['R100', 'R101', 'R102'],
  },
} as const satisfies Record<string, Action<OrderState>>;
