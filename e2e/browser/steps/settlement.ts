import { onlooker, type Day, type Step } from '#e2e/browser/day.ts';
import { fill, passAll, sign } from '#e2e/browser/form.ts';
import { act, openTab, tick } from '#e2e/browser/order-page.ts';
import { expectGone, expectLive, expectShown, keepOpen, press, settled, type Screen } from '#e2e/browser/screen.ts';

/** The car is looked at with the customer, and the statement signed on their phone. */
export const settlement: Step = async (day) => {
  const [advisor, manager] = [await day.as('advisor1'), await onlooker(day)];
  await openTab(manager, '结算');
  await keepOpen(advisor, day.known.get('order'));
  await openTab(advisor, '规范');
  await tick(advisor, '邀请客户试乘试驾');
  await tick(advisor, '展示车辆内外清洁');
  await checkWithCustomer(advisor);
  await act(advisor, '拒修安全项签字', {
    answers: { 项目: '7. 更换轮胎(单条)', 客户注明: '已知轮胎鼓包的危险，本次不换，后果自负' },
    more: (form) => sign(form, '签名'),
  });
  await act(advisor, '出具结算单');
  await signOnPhone(day);
  await expectLive(manager, manager.page.getByText('已签字'));
};

/** Without the kit taken off before the customer the check is refused; what was answered stays on the form (R219). */
async function checkWithCustomer(advisor: Screen): Promise<void> {
  await act(advisor, '陪同客户验车', {
    answers: { 已展示旧件: '是', 已当面取下三件套: '否' },
    more: async (form) => {
      await passAll(form);
      await press(form, '陪同客户验车');
      await expectShown(form.getByRole('alert').filter({ hasText: '当面取下三件套' }));
      await fill(form, { 已当面取下三件套: '是' });
    },
  });
}

/** The statement comes to the page that lies open in the customer's hand, and is signed there. */
async function signOnPhone(day: Day): Promise<void> {
  const phone = await day.customer();
  await keepOpen(phone, day.known.get('customerPage'));
  const { page } = phone;
  const send = page.getByRole('button', { name: '签字确认结算单' });
  await expectLive(phone, send);
  await settled(phone);
  await fill(page, { 签名人姓名: day.car.presenterName });
  await sign(page, '请在此签名');
  await send.click();
  await expectGone(send);
}
