import { onlooker, type Day, type Step } from '#e2e/browser/day.ts';
import { formatYuan, parseYuan } from '#domain/kernel/money.ts';
import { complete } from '#e2e/browser/command.ts';
import { fill } from '#e2e/browser/form.ts';
import { act, openTab, tick, wheelAt } from '#e2e/browser/order-page.ts';
import { expectGone, expectLive, expectShown, keepOpen, open, press } from '#e2e/browser/screen.ts';

/** Paid in cash with change, key and papers back by name, seen off, and the gate opens once: a second time it is red. */
export const delivery: Step = async (day) => {
  const [advisor, manager] = [await day.as('advisor1'), await onlooker(day)];
  await payInCash(day);
  await expectLive(manager, wheelAt(manager, 'delivery'));
  await keepOpen(advisor, day.known.get('order'));
  await act(advisor, '交还证件与钥匙', { answers: { 意见: '讲解清楚' } });
  await openTab(advisor, '规范');
  await tick(advisor, '送别致谢并提醒安全行车');
  await throughTheGate(day);
  await expectLive(manager, wheelAt(manager, 'followup'));
};

/** Cash is taken, the screen says what to give back, and the pass lies on top, on the customer's page too (R241). */
async function payInCash(day: Day): Promise<void> {
  const [cashier, phone] = [await day.as('cashier1'), await day.customer()];
  await keepOpen(phone, day.known.get('customerPage'));
  const { page } = cashier;
  await open(cashier, day.known.get('order').replace('/orders/', '/settlements/'));
  await press(page, '收款');
  const form = page.locator('form');
  const due = parseYuan(await form.getByLabel('金额 (¥)', { exact: true }).inputValue()) ?? 0;
  await complete(form, '收款', { answers: { 付款方式: '现金', '实收现金 (¥)': '1000' } });
  await expectShown(page.getByText(`找零 ${formatYuan(100_000 - due)}`));
  await press(page, '开具出门证');
  await complete(form, '开具出门证');
  await expectShown(page.getByText('已发出'));
  await expectLive(phone, phone.page.getByRole('heading', { name: /^出门证/ }));
}

async function throughTheGate(day: Day): Promise<void> {
  const [guard, phone] = [await day.as('guard1'), await day.customer()];
  await keepOpen(phone, day.known.get('customerPage'));
  const code = await phone.page.getByText(/^[0-9A-Z]{8,16}$/).innerText();
  const { page } = guard;
  await open(guard, '/gate');
  const type = async () => {
    await fill(page, { 出门证编码: code });
    await page.keyboard.press('Enter');
  };
  await type();
  const verdict = page.getByRole('alertdialog');
  await expectShown(page.getByRole('alertdialog', { name: '可以放行' }));
  await press(verdict, '放行');
  await expectShown(page.getByRole('alertdialog', { name: '已放行' }));
  await press(verdict, '下一辆');
  await type();
  await expectShown(page.getByRole('alertdialog', { name: '禁止放行' }));
  await expectGone(verdict.getByRole('button', { name: '放行', exact: true }));
}
