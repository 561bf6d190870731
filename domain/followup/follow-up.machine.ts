import { machine } from '#domain/kernel/machine.ts';

const agents = ['follow_up_agent', 'service_manager'] as const;

/** Follow-up call 回访 (R260–R268): planned at delivery, tried until reached, or a letter. */
export const followUpMachine = machine({
  zh: '跟踪回访',
  en: 'Follow-up',
  states: {
    planned: { zh: '待回访', en: 'Planned' },
    trying: { zh: '联系中', en: 'Trying' },
    done: { zh: '已回访', en: 'Done' },
    letter_sent: { zh: '已寄信函', en: 'Letter sent' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  },
  initial: ['planned'],
  final: ['done', 'cancelled'],
  actions: {
    plan: {
      zh: '安排回访',
      en: 'Plan the call',
      from: [],
      to: ['planned'],
      by: [],
      refusals: [],
      step: 'followup',
      requirements: ['R260', 'R261'],
    },
    assign: {
      zh: '指定跟踪业务员',
      en: 'Name the follow-up agent',
      from: ['planned', 'trying'],
      to: 'same',
      by: ['service_manager'],
      refusals: ['assignee_missing'],
      step: 'followup',
      requirements: ['R294'],
    },
    attempt: {
      zh: '登记联系结果',
      en: 'Record an attempt',
      from: ['planned', 'trying'],
      to: ['trying', 'letter_sent', 'cancelled'],
      by: agents,
      refusals: ['not_due'],
      step: 'followup',
      requirements: ['R260', 'R262'],
    },
    complete: {
      zh: '完成回访',
      en: 'Complete the call',
      from: ['planned', 'trying', 'letter_sent'],
      to: ['done'],
      by: agents,
      refusals: ['not_due', 'answers_missing'],
      step: 'followup',
      requirements: ['R260', 'R263', 'R264', 'R269'],
    },
    cancel: {
      zh: '取消回访',
      en: 'Cancel the call',
      from: ['planned', 'trying'],
      to: ['cancelled'],
      by: agents,
      refusals: [],
      step: 'followup',
      requirements: ['R260'],
    },
  },
});

export type FollowUpAction = keyof typeof followUpMachine.actions;
