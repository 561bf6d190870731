import { addDays, shopDay } from '#domain/kernel/calendar.ts';
import { complete, command, dialogOf } from '#e2e/browser/command.ts';
import type { Step } from '#e2e/browser/day.ts';
import { expectLive, expectShown, open, press } from '#e2e/browser/screen.ts';

/** Booked on the board, reminded, and come: the tag carries its magnet on everybody's board (R040). */
export const appointment: Step = async ({ as, car }) => {
  const [receptionist, advisor] = [await as('receptionist1'), await as('advisor1')];
  const day = addDays(shopDay(new Date().toISOString()), 2 + (car.number % 60));
  await open(receptionist, `/appointments?day=${day}`);
  await open(advisor, `/appointments?day=${day}`);
  const tagOn = (board: typeof advisor) => board.page.getByRole('button', { name: new RegExp(car.plate) });
  await press(receptionist.page, '新预约');
  await complete(dialogOf(receptionist, '新预约'), '新建预约', {
    answers: {
      预约时间: `${day}T10:00`,
      服务顾问: advisor.name,
      方式: '电话',
      客户姓名: car.ownerName,
      电话: car.ownerPhone,
      送修人: car.presenterName,
      车牌号: car.plate,
      预约项目: '三万公里保养',
      客户陈述: '做常规保养，另外低速刹车时前轮有吱吱声。',
      备料情况: '机滤有货',
    },
  });
  await expectLive(advisor, tagOn(advisor));
  await command(receptionist, '提醒客户', { answers: { 备注: '请带保养手册与行驶证' } });
  await expectShown(receptionist.page.getByText('电话 · 已接通'));
  await command(receptionist, '登记到店');
  await expectLive(advisor, tagOn(advisor).getByText('已到店'));
};
