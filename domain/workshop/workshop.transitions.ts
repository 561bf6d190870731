import type { Action } from '#domain/kernel/machine.ts';
import type { OrderState } from '#domain/repair-order/repair-order.ts';

/** What the workshop reports of a visit besides the work on its lines (R157–R175). */
export const workshopActions = {
  report_delay: {
    zh: '报告延误',
    en: 'Report a delay',
    from: ['open'],
    to: 'same',
    by: ['technician', 'team_leader', 'supervisor', 'parts_clerk', 'inspector'],
    refusals: ['line_not_found'],
    step: 'work',
    requirements: ['R171'],
  },
  tell_customer: {
    zh: '联系客户',
    en: 'Tell the customer',
    from: ['open', 'ready', 'delivered'],
    to: 'same',
    by: ['advisor', 'receptionist', 'lounge_attendant', 'service_manager'],
    refusals: ['promise_in_past'],
    step: 'work',
    requirements: ['R170', 'R171', 'R173'],
  },
  start_wait: {
    zh: '登记等待',
    en: 'Start waiting',
    from: ['open', 'ready'],
    to: 'same',
    by: ['advisor', 'supervisor', 'team_leader', 'technician', 'parts_clerk', 'warranty_clerk', 'service_manager'],
    refusals: ['line_not_found'],
    step: 'work',
    requirements: ['R171'],
  },
  end_wait: {
    zh: '结束等待',
    en: 'End the wait',
    from: ['open', 'ready'],
    to: 'same',
    by: ['advisor', 'supervisor', 'team_leader', 'technician', 'parts_clerk', 'warranty_clerk', 'service_manager'],
    refusals: ['not_found', 'vehicle_away'],
    step: 'work',
    requirements: ['R171'],
  },
  perform_other: {
    zh: '登记外加工/其他项目完成',
    en: 'Record sublet or other work as done',
    from: ['open'],
    to: 'same',
    by: ['advisor', 'supervisor'],
    refusals: ['line_not_found', 'no_grant'],
    step: 'work',
    requirements: ['R164'],
  },
} as const satisfies Record<string, Action<OrderState>>;
