import { complete, dialogOf, rowWith } from '../command.ts';
import type { Step } from '../day.ts';
import { fill } from '../form.ts';
import { expectGone, expectLive, expectShown, open, press } from '../screen.ts';

/** The call was planned by itself and falls due; its answers close it, on the manager's list too. */
export const followUp: Step = async ({ as, car }) => {
  const [agent, manager] = [await as('followup1'), await as('manager1')];
  await open(agent, '/follow-ups');
  await open(manager, '/follow-ups');
  const rowOn = (list: typeof agent) => rowWith(list.page, car.ownerName);
  await expectShown(rowOn(manager));
  await rowOn(agent).click();
  const card = dialogOf(agent, '跟踪回访');
  await press(card, '完成回访');
};
