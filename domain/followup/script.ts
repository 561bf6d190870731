import type { FollowUpKind } from '#domain/followup/follow-up.ts';
import { words, type Words } from '#domain/kernel/words.ts';

type About = {
  readonly kind: FollowUpKind;
  readonly store: string;
  readonly post: Words;
  /** Name with form of address. */
  readonly customer: string;
  readonly plate: string;
  readonly jobs: readonly string[];
};

/** What is said on the call, in the order of the house rules: use and opinion, new needs, cautions, services, campaigns (R263–R268). */
export function callScript({ kind, store, post, customer, plate, jobs }: About): readonly Words[] {
  const done = jobs.length === 0 ? words('检查', 'a check') : words(jobs.join('、'), jobs.join(', '));
  return [
    words(
      `您好，${customer}！我是${store}的${post.zh}，请问您现在方便接听电话吗？`,
      `Hello, ${customer}. I am a ${post.en} of ${store}. Is it convenient for you to talk?`,
    ),
    words(
      `您的爱车 ${plate} 前几天在我店做了：${done.zh}。现在使用情况怎么样？`,
      `Your car ${plate} was with us for: ${done.en}. How is it running now?`,
    ),
    ...(kind === 'quality_call' ? quality : relationship),
    words('感谢您的宝贵意见，祝您用车愉快！', 'Thank you for your opinion. We wish you a pleasant drive.'),
  ];
}

const quality: readonly Words[] = [
  words('您对我们的服务有什么意见和建议？', 'What do you think of our service?'),
  words(
    '请您按 1–5 分评价：总体、准时、质量、说明、价格、态度、清洁。',
    'Please rate from 1 to 5: overall, punctuality, quality, explanation, price, attitude, cleanliness.',
  ),
  words('您愿意向亲友推荐我们吗？请打 0–10 分。', 'Would you recommend us? From 0 to 10, please.'),
];

const relationship: readonly Words[] = [
  words('最近您有没有新的服务需求？', 'Do you need any other service lately?'),
  words(
    '用车中有几点请您注意：按时保养，留意胎压与机油液面。',
    'Some advice: keep to the service plan, watch tyre pressure and oil level.',
  ),
  words(
    '向您介绍我店近期的服务项目和活动（内容、日期、地点）。',
    'Let me tell you of our services and events: what, when, where.',
  ),
  words('如需咨询或上门走访，请随时告诉我们。', 'If you wish advice or a visit, please tell us at any time.'),
];
