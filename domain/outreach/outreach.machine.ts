import { machine } from '#domain/kernel/machine.ts';

const callers = ['follow_up_agent', 'receptionist', 'advisor', 'service_manager'] as const;

/** Outreach 招揽: who is due is found, invited, and comes or not (R022, R236, R272, R292). */
export const outreachMachine = machine({
  zh: '招揽',
  en: 'Outreach',
  states: {
    planned: { zh: '待邀约', en: 'Planned' },
    invited: { zh: '已邀约', en: 'Invited' },
    booked: { zh: '已预约', en: 'Booked' },
    declined: { zh: '客户谢绝', en: 'Declined' },
    unreachable: { zh: '联系不上', en: 'Unreachable' },
    closed: { zh: '已关闭', en: 'Closed' },
  },
  initial: ['planned'],
  final: ['declined', 'unreachable', 'closed'],
  actions: {
    plan: {
      zh: '安排招揽',
      en: 'Plan an outreach',
      from: [],
      to: ['planned'],
      by: ['follow_up_agent', 'service_manager'],
      refusals: ['outreach_exists'],
      step: 'outreach',
      requirements: ['R022', 'R292'],
    },
    renew: {
      zh: '更新到期信息',
      en: 'Renew what is due',
      from: ['planned', 'invited'],
      to: ['planned'],
      by: [],
      refusals: [],
      step: 'outreach',
      requirements: ['R236', 'R272'],
    },
    attempt: {
      zh: '邀约客户',
      en: 'Invite the customer',
      from: ['planned', 'invited'],
      to: ['planned', 'invited', 'declined', 'unreachable'],
      by: callers,
      refusals: ['no_consent'],
      step: 'outreach',
      requirements: ['R022', 'R262', 'R272'],
    },
    book: {
      zh: '预约成功',
      en: 'Book',
      from: ['planned', 'invited'],
      to: ['booked'],
      by: callers,
      refusals: [],
      step: 'outreach',
      requirements: ['R034'],
    },
    reopen: {
      zh: '重新邀约',
      en: 'Invite again',
      from: ['booked'],
      to: ['planned'],
      by: callers,
      refusals: [],
      step: 'outreach',
      requirements: ['R034', 'R272'],
    },
    close: {
      zh: '关闭招揽',
      en: 'Close',
      from: ['planned', 'invited'],
      to: ['closed'],
      by: ['follow_up_agent', 'service_manager'],
      refusals: [],
      step: 'outreach',
      requirements: ['R022'],
    },
  },
});

export type OutreachAction = keyof typeof outreachMachine.actions;
