import { addDays, addMinutes, shopDateTime, shopDay, shopTime, type Instant } from '#domain/kernel/calendar.ts';
import { words, type Words } from '#domain/kernel/words.ts';

export type ReminderKind = 'day_before' | 'two_hours';

/** When a customer is reminded by message: at 17:00 the day before, and two hours before; what has passed is left out. */
export function reminderTimes(startsAt: Instant, now: Instant): readonly { kind: ReminderKind; at: Instant }[] {
  const all = [
    { kind: 'day_before', at: shopDateTime(addDays(shopDay(startsAt), -1), '17:00') },
    { kind: 'two_hours', at: addMinutes(startsAt, -120) },
  ] as const;
  return all.filter(({ at }) => at > now);
}

type About = {
  readonly store: string;
  readonly customer: string;
  readonly startsAt: Instant;
  readonly jobs: string;
  readonly address: string;
  readonly phone: string;
};

const timeOf = (startsAt: Instant): string => `${shopDay(startsAt)} ${shopTime(startsAt)}`;

/** The reminder as a message, Chinese first. */
export function reminderMessage({ store, customer, startsAt, address, phone }: About): {
  subject: string;
  body: string;
} {
  const time = timeOf(startsAt);
  const where = address === '' ? '' : `地址：${address}。`;
  const call = phone === '' ? '' : `如需改期请致电 ${phone}。`;
  return {
    subject: `${store}：预约提醒 ${time}`,
    body:
      `${customer}，您好！您预约了 ${time} 到${store}。请携带《保养手册》、行驶证和相关资料。${where}${call}\n` +
      `Your appointment at ${store} is at ${time}. Please bring the service booklet and the vehicle licence.`,
  };
}

/** What is said on the reminder call, sentence by sentence (R037). */
export function reminderScript({ store, customer, startsAt, jobs }: About, post: Words): readonly Words[] {
  const time = timeOf(startsAt);
  return [
    words(`您好，${customer}！我是${store}的${post.zh}。`, `Hello, ${customer}. I am a ${post.en} of ${store}.`),
    words('请问您现在方便接听电话吗？', 'Is it convenient for you to talk now?'),
    words(`来电是提醒您预约的“${jobs}”。`, `I am calling to remind you of your appointment for “${jobs}”.`),
    words(`预约时间是 ${time}，届时您方便到店吗？`, `It is at ${time}. Does that still suit you?`),
    words(
      '请带好《保养手册》、行驶证和相关资料。',
      'Please bring the service booklet, the vehicle licence and related papers.',
    ),
    words('感谢您，我们恭候您的光临。', 'Thank you. We look forward to seeing you.'),
  ];
}
