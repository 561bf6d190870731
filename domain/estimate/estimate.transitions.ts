import type { Action } from '#domain/kernel/machine.ts';
import type { OrderState } from '#domain/repair-order/repair-order.ts';

/** Lines, promise and choices of the draft version (R110–R135). */
export const estimateActions = {
  add_line: {
    zh: '添加项目',
    en: 'Add a line',
    from: ['open', 'ready'],
    to: 'same',
    by: ['advisor', 'warranty_clerk', 'service_manager'],
    refusals: ['line_not_found', 'price_above_list', 'fee_above_cap', 'part_unknown', 'version_open'],
    step: 'estimate',
    requirements: ['R113', 'R114', 'R121'],
  },
  change_line: {
    zh: '修改项目',
    en: 'Change a line',
    from: ['open', 'ready'],
    to: 'same',
    by: ['advisor', 'warranty_clerk', 'service_manager'],
    refusals: ['line_not_found', 'line_not_draft', 'price_above_list', 'fee_above_cap', 'part_unknown'],
    step: 'estimate',
    requirements: ['R118'],
  },
  remove_line: {
    zh: '删除草稿项目',
    en: 'Remove a draft line',
    from: ['open', 'ready'],
    to: 'same',
    by: ['advisor', 'service_manager'],
    refusals: ['line_not_found', 'line_not_draft'],
    step: 'estimate',
    requirements: ['R118'],
  },
  set_promise: {
    zh: '填写预计交车时间',
    en: 'Set the promised time',
    from: ['open', 'ready'],
    to: 'same',
    by: ['advisor', 'service_manager'],
    refusals: ['promise_in_past', 'version_open'],
    step: 'estimate',
    requirements: ['R119', 'R139'],
  },
  record_choices: {
    zh: '登记客户选择',
    en: 'Record the customer’s choices',
    from: ['open', 'ready'],
    to: 'same',
    by: ['advisor', 'service_manager'],
    refusals: ['version_open'],
    step: 'estimate',
    requirements: ['R130', 'R132', 'R133'],
  },
} as const satisfies Record<string, Action<OrderState>>;
