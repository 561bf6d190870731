import { onlooker, type Day, type Step } from '#e2e/browser/day.ts';
import { dialogOf, rowOfCar } from '#e2e/browser/command.ts';
import { customerDecides } from '#e2e/browser/customer-page.ts';
import type { Answers } from '#e2e/browser/form.ts';
import { diagnosisFinding, jobs, parts } from '#e2e/browser/jobs.ts';
import { act, addFromCatalogue, lineOf, openTab, tick, wheelAt } from '#e2e/browser/order-page.ts';
import { expectGone, expectLive, expectShown, open, press, type Screen } from '#e2e/browser/screen.ts';

/** Jobs and parts with their prices go to the customer's phone, where each line is decided and all of it signed (R140). */
export const estimate: Step = async (day) => {
  const [advisor, manager] = [await day.as('advisor1'), await onlooker(day)];
  await open(advisor, day.known.get('order'));
  await addLines(advisor);
  await expectLive(manager, wheelAt(manager, 'estimate'));
  await act(advisor, '出示给客户');
  await passLinkOn(advisor, day);
  await customerDecides(day, {
    [`工时 · ${jobs.service}`]: '同意',
    [`配件 · ${parts.filter.name}`]: '同意',
    [`工时 · ${jobs.brakes}`]: '同意',
    [`配件 · ${parts.pads.name}`]: '同意',
    [`工时 · ${jobs.wiper}`]: '以后再做',
    [`工时 · ${jobs.tyre}`]: '拒绝',
  });
  await expectLive(advisor, lineOf(advisor, jobs.brakes).getByText('同意'));
  await expectShown(lineOf(advisor, jobs.wiper).getByText('以后再做'));
  await expectShown(lineOf(advisor, jobs.tyre).getByText('拒绝'));
  await expectLive(manager, wheelAt(manager, 'dispatch'));
  await showToLounge(day);
};

async function addLines(advisor: Screen): Promise<void> {
  const found: Answers = { 来源: '技师建议', 对应发现: diagnosisFinding, 必要性: '安全相关' };
  await addFromCatalogue(advisor, jobs.service);
  await addFromCatalogue(advisor, parts.filter.code, { 所属项目: `2. ${jobs.service}` });
  await addFromCatalogue(advisor, jobs.brakes, { ...found, 原因: diagnosisFinding });
  await addFromCatalogue(advisor, parts.pads.code, { ...found, 所属项目: `4. ${jobs.brakes}` });
  await addFromCatalogue(advisor, jobs.wiper, { 必要性: '建议', 原因: '雨刮胶条老化' });
  await addFromCatalogue(advisor, jobs.tyre, { 必要性: '安全相关', 原因: '左后轮胎鼓包，有爆胎危险' });
}

/** The link that the advisor passes on is shown once. */
async function passLinkOn(advisor: Screen, { known }: Day): Promise<void> {
  await act(advisor, '发送客户页面');
  const shown = dialogOf(advisor, '客户页面链接（请发给客户）');
  const link = (await shown.getByText('/v/').innerText()).trim();
  await press(shown, /关闭|Close/);
  await expectGone(shown);
  known.set('customerPage', new URL(link, advisor.page.url()).pathname);
}

/** The advisor introduces the attendant, who shows the customer to a seat (R140). */
async function showToLounge(day: Day): Promise<void> {
  const [advisor, attendant] = [await day.as('advisor1'), await day.as('lounge1')];
  await openTab(advisor, '规范');
  await tick(advisor, '介绍休息区服务员');
  await open(attendant, '/lounge');
  const guest = rowOfCar(attendant, day.car.plate);
  await expectShown(guest.getByText('未引导'));
  await guest.click();
  await act(attendant, '引导客户休息');
  const norm = advisor.page.getByRole('listitem').filter({ hasText: '引导客户至休息区' });
  await expectLive(advisor, norm.getByText(attendant.name));
  await openTab(advisor, '项目');
  await open(attendant, '/lounge');
  await expectGone(guest.getByText('未引导'));
}
