import type { Locator } from 'playwright-core';
import { fill, sign } from '#e2e/browser/form.ts';
import { act, openTab, wheelAt } from '#e2e/browser/order-page.ts';
import { onlooker, type Day, type Step } from '#e2e/browser/day.ts';
import { expectLive, expectShown, press, type Screen } from '#e2e/browser/screen.ts';

/** The car that came by appointment is received on one form that its presenter signs and takes along. */
export const reception: Step = async (day) => {
  const advisor = await day.as('advisor1');
  await receive(day, advisor);
  const manager = await onlooker(day);
  await act(advisor, '安装三件套');
  await act(advisor, '登记里程与油量', {
    answers: { '里程（公里）': String(day.car.odometerKm), '油量（0–8格）': '4' },
  });
  await act(advisor, '环车检查', { answers: { 随车工具齐全: '是' }, more: noteScratch });
  await act(advisor, '登记证件钥匙与物品');
  await act(advisor, '问诊登记', {
    answers: { 何时出现: '上周起', 车速: '30 公里/小时以下', 频次: '经常', 是否在质保期内: '是' },
  });
  await act(advisor, '交付接车登记表', { more: (form) => sign(form, '签名') });
  await expectLive(manager, wheelAt(manager, 'diagnosis'));
  await openTab(advisor, '接待');
  await expectShown(advisor.page.getByText('左侧 · 划痕'));
};

async function receive({ as, car, known }: Day, advisor: Screen): Promise<void> {
  const receptionist = await as('receptionist1');
  const { page } = advisor;
  await page.getByRole('button', { name: new RegExp(car.plate) }).click();
  await press(page, '接车');
  await press(page, new RegExp(`${car.plate}.*${car.ownerName}`));
  await press(page, '接车开单');
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}/);
  await expectShown(page.getByText('吱吱声'));
  known.set('order', new URL(page.url()).pathname);
  await expectLive(receptionist, receptionist.page.getByRole('link', { name: '对应工单' }));
}

async function noteScratch(form: Locator): Promise<void> {
  await press(form, '添加一项');
  await fill(form, { 部位: '左侧', 损伤: '划痕', 备注: '左前门 3 厘米' });
}
