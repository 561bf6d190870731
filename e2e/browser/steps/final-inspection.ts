import { cardOfCar, complete, dialogOf } from '#e2e/browser/command.ts';
import { passAll, sign } from '#e2e/browser/form.ts';
import { onlooker, type Day, type Step } from '#e2e/browser/day.ts';
import { act, wheelAt } from '#e2e/browser/order-page.ts';
import { expectGone, expectLive, keepOpen, press } from '#e2e/browser/screen.ts';

/** Finally inspected with a road test, washed and parked; key and papers come back, the advisor checks, the customer is told. */
export const finalInspection: Step = async (day) => {
  const [advisor, manager] = [await day.as('advisor1'), await onlooker(day)];
  const phone = await day.customer();
  await keepOpen(phone, day.known.get('customerPage'));
  await keepOpen(await day.as('washer1'), '/wash');
  await inspected(day);
  await washedAndParked(day);
  const supervisor = await day.as('supervisor1');
  await keepOpen(supervisor, day.known.get('order'));
  await act(supervisor, '交回钥匙与单据', { answers: { 交给: advisor.name } });
  await keepOpen(advisor, day.known.get('order'));
  await act(advisor, '内部交车核对', { more: passAll });
  await act(advisor, '通知客户取车');
  await expectLive(manager, wheelAt(manager, 'settlement'));
  await expectLive(phone, phone.page.getByText('约定取车'));
};

/** The car came to the inspector's list by itself when its last job was checked. */
async function inspected(day: Day): Promise<void> {
  const inspector = await day.as('inspector1');
  await keepOpen(inspector, '/inspections');
  const card = cardOfCar(inspector, day.car.plate);
  await press(card, '开始总检');
  await complete(inspector.page.locator('form'), '总检', {
    answers: { 起始里程: String(day.car.odometerKm), 结束里程: String(day.car.odometerKm + 3) },
    more: async (form) => {
      await passAll(form);
      await sign(form, '签名');
    },
  });
}

/** What passed comes to the washer's list by itself. */
async function washedAndParked(day: Day): Promise<void> {
  const washer = await day.as('washer1');
  const card = cardOfCar(washer, day.car.plate);
  await expectLive(washer, card);
  await press(card, '开始洗车');
  await complete(dialogOf(washer, '开始洗车'), '开始洗车');
  await press(card, '洗车完成');
  await complete(dialogOf(washer, '洗车完成'), '洗车完成', { more: passAll });
  await press(card, '登记车位');
  await complete(dialogOf(washer, '登记车位'), '登记停车位置', { answers: { 位置: '竣工区 A3' } });
  await expectGone(card);
}
