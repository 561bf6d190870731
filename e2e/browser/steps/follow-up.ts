import { complete, dialogOf, rowOfCar } from '#e2e/browser/command.ts';
import type { Step } from '#e2e/browser/day.ts';
import { expectGone, expectLive, expectShown, open, press } from '#e2e/browser/screen.ts';

/** The call was planned by itself and falls due; the customer's answers close it, on the manager's list too. */
export const followUp: Step = async ({ as, car }) => {
  const [agent, manager] = [await as('followup1'), await as('manager1')];
  await open(agent, '/follow-ups');
  await open(manager, '/follow-ups');
  const row = rowOfCar(agent, car.plate);
  const seenByManager = rowOfCar(manager, car.plate);
  await expectShown(seenByManager);
  await row.click();
  await press(dialogOf(agent, '跟踪回访'), '完成回访');
  await complete(dialogOf(agent, '完成回访'), '完成回访', {
    answers: { 总体: '5', 准时: '5', 质量: '5', 解释: '5', 意见: '讲解清楚，很满意', 满意: '是' },
  });
  await expectGone(row);
  await expectGone(seenByManager);
  await expectLive(manager, manager.page.getByRole('heading', { name: '跟踪回访' }));
};
