import { machine } from '#domain/kernel/machine.ts';

const senders = ['receptionist', 'advisor', 'follow_up_agent', 'service_manager', 'admin'] as const;

/** A message to a customer on its way out. */
export const messageMachine = machine({
  zh: '消息',
  en: 'Message',
  states: {
    queued: { zh: '待发送', en: 'Queued' },
    sent: { zh: '已发送', en: 'Sent' },
    failed: { zh: '发送失败', en: 'Failed' },
    held: { zh: '待人工处理', en: 'Held' },
  },
  initial: ['queued', 'held'],
  final: ['sent'],
  actions: {
    deliver: {
      zh: '发送',
      en: 'Deliver',
      from: ['queued'],
      to: ['sent', 'failed', 'held'],
      by: [],
      refusals: [],
      requirements: ['R262'],
    },
    retry: {
      zh: '重新发送',
      en: 'Send again',
      from: ['failed', 'held'],
      to: ['queued'],
      by: senders,
      refusals: [],
      requirements: ['R262'],
    },
    mark_sent: {
      zh: '登记已人工送达',
      en: 'Mark as sent by hand',
      from: ['queued', 'failed', 'held'],
      to: ['sent'],
      by: senders,
      refusals: [],
      requirements: ['R262'],
    },
  },
});
