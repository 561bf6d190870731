import { authorizationActions } from '#domain/authorization/authorization.transitions.ts';
import { deliveryActions } from '#domain/delivery/delivery.transitions.ts';
import { diagnosisActions } from '#domain/diagnosis/diagnosis.transitions.ts';
import { dispatchActions } from '#domain/dispatch/dispatch.transitions.ts';
import { estimateActions } from '#domain/estimate/estimate.transitions.ts';
import { machine, type Action } from '#domain/kernel/machine.ts';
import { partsActions } from '#domain/parts/parts.transitions.ts';
import { qualityActions } from '#domain/quality/quality.transitions.ts';
import { receptionActions } from '#domain/reception/reception.transitions.ts';
import type { OrderState } from '#domain/repair-order/repair-order.ts';
import { settlementActions } from '#domain/settlement/settlement.transitions.ts';
import { workshopActions } from '#domain/workshop/workshop.transitions.ts';

const closingActions = {
  cancel: {
    zh: '客户取消',
    en: 'Cancel at the customer’s wish',
    from: ['open'],
    to: ['open', 'cancelled'],
    by: ['advisor', 'service_manager'],
    refusals: ['order_cancelled', 'work_running'],
    step: 'estimate',
    requirements: ['R118'],
  },
  close_without_work: {
    zh: '无作业结束',
    en: 'Close without work',
    from: ['open'],
    to: ['ready'],
    by: ['advisor'],
    refusals: ['lines_unfinished', 'version_open'],
    step: 'estimate',
    requirements: ['R118'],
  },
} as const satisfies Record<string, Action<OrderState>>;

/** The repair order: every action on a visit, by capability, as one table. Work on its lines moves by `workMachine`. */
export const orderMachine = machine({
  zh: '维修工单',
  en: 'Repair order',
  states: {
    open: { zh: '进行中', en: 'Open' },
    ready: { zh: '已完工', en: 'Ready' },
    delivered: { zh: '已交车', en: 'Delivered' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: ['open'],
  final: ['delivered', 'cancelled'],
  actions: {
    ...receptionActions,
    ...diagnosisActions,
    ...estimateActions,
    ...authorizationActions,
    ...dispatchActions,
    ...partsActions,
    ...workshopActions,
    ...qualityActions,
    ...settlementActions,
    ...deliveryActions,
    ...closingActions,
  },
});

export type OrderAction = keyof typeof orderMachine.actions;
