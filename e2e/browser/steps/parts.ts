import { onlooker, type Step } from '#e2e/browser/day.ts';
import { sign } from '#e2e/browser/form.ts';
import { parts } from '#e2e/browser/jobs.ts';
import { lineOf, wheelAt } from '#e2e/browser/order-page.ts';
import { expectLive, expectShown, follow, keepOpen, open, press } from '#e2e/browser/screen.ts';

/** The clerk picks what was agreed and the technician signs for it at the counter. */
export const partsIssue: Step = async (day) => {
  const [clerk, technician] = [await day.as('parts1'), await day.as('technician1')];
  const [advisor, manager] = [await day.as('advisor1'), await onlooker(day)];
  await keepOpen(advisor, day.known.get('order'));
  await open(clerk, '/parts/requests');
  await follow(clerk.page, `备料 / 出库 ${day.car.plate}`);
  for (const { name } of Object.values(parts)) await clerk.page.getByRole('checkbox', { name: `选择 ${name}` }).check();
  await sign(clerk.page, new RegExp(technician.name));
  await press(clerk.page, /^出库/);
  await expectShown(clerk.page.getByText('客户同意的配件已全部出库。'));
  await expectLive(advisor, lineOf(advisor, parts.filter.name).getByText('已出库'));
  await expectLive(manager, wheelAt(manager, 'work'));
};
