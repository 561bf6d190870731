import { addMonths, shopDay } from '#domain/kernel/calendar.ts';
import { command, complete, dialogOf, rowOfCar, rowWith } from '#e2e/browser/command.ts';
import type { Car } from '#e2e/journey/car.ts';
import type { Day, Step } from '#e2e/browser/day.ts';
import type { Answers } from '#e2e/browser/form.ts';
import { expectGone, expectLive, expectShown, open, press } from '#e2e/browser/screen.ts';

/** The car's owner is filed, agreed to be reminded, is found due and called; another agent sees that it was done. */
export const outreach: Step = async (day) => {
  await fileOwnerAndCar(day);
  const agent = await day.as('followup1');
  const manager = await day.as('manager1');
  const seenByManager = rowOfCar(manager, day.car.plate);
  await open(manager, '/outreach');
  await open(agent, '/outreach');
  await press(agent.page, '立即查找到期车辆');
  const row = rowOfCar(agent, day.car.plate);
  await expectLive(manager, seenByManager);
  await press(row, '邀约客户');
  await complete(dialogOf(agent, '邀约客户'), '邀约客户', {
    answers: { 方式: '电话', 结果: '已接通', 备注: '客户愿意明天来店', 下次联系: '' },
  });
  await expectGone(seenByManager);
};

/** To be called at any time, so that the follow-up call of this car falls due at once. */
const owner: Answers = { 称呼: '先生', 地址: '示范市城南区枫林路 1 号', 从: '00:00', 到: '23:59', 日子: '任意' };

/** Sold two years ago, last serviced seven months ago, and due every six. */
const fileOf = ({ plate, vin, odometerKm }: Car): Answers => {
  const today = shopDay(new Date().toISOString());
  return {
    车牌号: plate,
    车辆识别代号: vin,
    品牌: '示范',
    车型: 'J1 1.5T',
    颜色: '白',
    购车日期: addMonths(today, -25),
    '质保（月）': '36',
    '质保（公里）': '60000',
    上次保养日期: addMonths(today, -7),
    上次保养里程: String(odometerKm - 9_600),
    '里程（公里）': String(odometerKm - 400),
  };
};

async function fileOwnerAndCar({ as, car }: Day): Promise<void> {
  const receptionist = await as('receptionist1');
  await open(receptionist, '/customers');
  await command(receptionist, '登记客户', {
    answers: { ...owner, 姓名: car.ownerName, 电话: car.ownerPhone },
  });
  await receptionist.page.getByLabel('姓名、拼音、电话尾号、车牌、VIN 尾号').fill(car.ownerPhone.slice(-4));
  await rowWith(receptionist.page, car.ownerName).click();
  await command(receptionist, '登记客户同意联系', { answers: { 依据: '电话中同意接收保养提醒' } });
  await command(receptionist, '登记车辆', { answers: fileOf(car) });
  await expectShown(receptionist.page.getByRole('img', { name: car.plate }));
}
