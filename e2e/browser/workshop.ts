import { addDays, shopDay } from '#domain/kernel/calendar.ts';
import type { Day } from '#e2e/browser/day.ts';
import { passAll, sign, type Answers } from '#e2e/browser/form.ts';
import { cardOfCar, complete, dialogOf } from '#e2e/browser/command.ts';
import { expectLive, expectShown, keepOpen, open, press, type Screen } from '#e2e/browser/screen.ts';

/** Plans of a busy day are in the way of a journey, those of a day in the next months are not. */
const plannedDay = ({ car }: Day): string => addDays(shopDay(new Date().toISOString()), 30 + (car.number % 60));

/** The supervisor takes a job from the queue of the board and gives it a bay, the technician of this journey and a time. */
export async function dispatchLine(day: Day, line: string, from: string): Promise<void> {
  const [supervisor, technician] = [await day.as('supervisor1'), await day.as('technician1')];
  const { page } = supervisor;
  const board = `/dispatch?day=${plannedDay(day)}`;
  if (!page.url().endsWith(board)) await open(supervisor, board);
  await page
    .getByRole('list', { name: '待派工' })
    .getByRole('button', { name: jobOf(day, line) })
    .click();
  await press(page, '填表派工');
  const form = dialogOf(supervisor, line);
  await complete(form, '派工', {
    answers: { 开始: `${plannedDay(day)}T${from}`, 工位: '机电 1 号工位', 技师: technician.name },
  });
  await expectShown(page.getByRole('group', { name: '派工看板' }).getByRole('button', { name: jobOf(day, line) }));
}

const jobOf = ({ car }: Day, line: string): RegExp => new RegExp(`${car.plate}.*${literally(line)}`);
const literally = (text: string): string => text.replaceAll(/[()]/g, String.raw`\$&`);

/** The job on the technician's phone: under their hands at once, or chosen from what comes next. */
async function jobInHand(day: Day, line: string): Promise<Screen> {
  const technician = await day.as('technician1');
  const { page } = technician;
  await open(technician, '/my-work');
  const inHand = cardOfCar(technician, day.car.plate).getByRole('heading', { name: line, exact: true });
  const further = page
    .getByRole('link')
    .filter({ has: page.getByRole('img', { name: day.car.plate, exact: true }) })
    .filter({ hasText: line });
  await expectShown(inHand.or(further));
  if ((await further.count()) > 0) await further.click();
  await expectShown(inHand);
  return technician;
}

/** The first who takes a job of the car looks whether it is as it was received. */
export async function acceptCar(day: Day, line: string): Promise<void> {
  const technician = await jobInHand(day, line);
  await press(technician.page, '验收车辆');
  await complete(dialogOf(technician, '验收车辆'), '班组验收车辆');
}

export async function startLine(day: Day, line: string): Promise<void> {
  const technician = await jobInHand(day, line);
  await press(technician.page, '开始作业');
  await expectShown(technician.page.getByRole('button', { name: '完成并自检' }));
}

export async function pauseLine(day: Day, reason: string): Promise<void> {
  const technician = await day.as('technician1');
  await press(technician.page, '暂停');
  await complete(dialogOf(technician, '为什么暂停？'), '暂停', { answers: { '为什么暂停？': reason } });
}

export async function resumeLine(day: Day): Promise<void> {
  const { page } = await day.as('technician1');
  await press(page, '继续作业');
  await expectShown(page.getByRole('button', { name: '完成并自检' }));
}

export async function finishLine(day: Day): Promise<void> {
  const technician = await day.as('technician1');
  await press(technician.page, '完成并自检');
  await complete(dialogOf(technician, '完成并自检'), '完成并自检', { more: passAll });
}

/** What was found on the job in hand; it may stop until the customer decided. */
export async function report(day: Day, found: Answers): Promise<void> {
  const technician = await day.as('technician1');
  await press(technician.page, '发现问题 → 增项');
  await complete(dialogOf(technician, '发现问题 → 增项'), '登记检查发现', { answers: found });
}

/** The leader's list holds what the technicians checked themselves; each job is checked, advised on and signed. */
export async function leaderCheck(day: Day, line: string): Promise<void> {
  const leader = await day.as('leader1');
  await keepOpen(leader, '/checks');
  const job = cardOfCar(leader, day.car.plate).getByRole('listitem').filter({ hasText: line });
  await expectLive(leader, job);
  await press(job, '检验');
  await complete(dialogOf(leader, `检验：${line}`), '班组长检验', {
    answers: { 维修建议与注意事项: '建议 5 000 公里内复查制动' },
    more: async (form) => {
      await passAll(form);
      await sign(form, '签名');
    },
  });
}
