import { addDays, shopDay } from '#domain/kernel/calendar.ts';
import type { Day } from './day.ts';
import { passAll, sign } from './form.ts';
import { complete, dialogOf } from './command.ts';
import { act, actOnLine } from './order-page.ts';
import { expectShown, keepOpen, open, press } from './screen.ts';

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
  await press(form, '派工');
  await complete(form, '派工', {
    answers: { 开始: `${plannedDay(day)}T${from}`, 工位: '机电 1 号工位', 技师: technician.name },
  });
  await expectShown(page.getByRole('group', { name: '派工看板' }).getByRole('button', { name: jobOf(day, line) }));
}

const jobOf = ({ car }: Day, line: string): RegExp => new RegExp(`${car.plate}.*${literally(line)}`);
const literally = (text: string): string => text.replaceAll(/[()]/g, String.raw`\$&`);

async function onLine(day: Day, line: string, work: Parameters<typeof actOnLine>[2]): Promise<void> {
  const technician = await day.as('technician1');
  await keepOpen(technician, day.known.get('order'));
  await actOnLine(technician, line, work);
}

export const startLine = (day: Day, line: string): Promise<void> =>
  onLine(day, line, { action: '开始作业', answers: { 工位: '机电 1 号工位' } });

export const pauseLine = (day: Day, line: string, reason: string): Promise<void> =>
  onLine(day, line, { action: '暂停作业', answers: { 原因: reason } });

export const resumeLine = (day: Day, line: string): Promise<void> => onLine(day, line, { action: '继续作业' });

export const finishLine = (day: Day, line: string): Promise<void> =>
  onLine(day, line, { action: '完成并自检', more: passAll });

/** Found in mid-job: the line stops until the customer decided. */
export async function reportFinding(day: Day, line: string, finding: string): Promise<void> {
  const technician = await day.as('technician1');
  await act(technician, '登记检查发现', {
    answers: {
      类别: '增项',
      项目: `2. ${line}`,
      系统: '空调',
      发现: finding,
      必要性: '建议',
      停止该项作业等待客户: '是',
    },
  });
}

export async function leaderCheck(day: Day, line: string): Promise<void> {
  const leader = await day.as('leader1');
  await keepOpen(leader, day.known.get('order'));
  await actOnLine(leader, line, {
    action: '班组长检验',
    answers: { 维修建议与注意事项: '建议 5 000 公里内复查制动' },
    more: async (form) => {
      await passAll(form);
      await sign(form, '签名');
    },
  });
}

export async function acceptCar(day: Day): Promise<void> {
  const technician = await day.as('technician1');
  await keepOpen(technician, day.known.get('order'));
  await act(technician, '班组验收车辆');
}
