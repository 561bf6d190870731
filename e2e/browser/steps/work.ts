import { customerDecides } from '#e2e/browser/customer-page.ts';
import { onlooker, type Day, type Step } from '#e2e/browser/day.ts';
import { addOnFinding, diagnosisJob, jobs } from '#e2e/browser/jobs.ts';
import { act, addFromCatalogue, lineOf, openTab, wheelAt } from '#e2e/browser/order-page.ts';
import { expectGone, expectLive, expectShown, keepOpen, type Screen } from '#e2e/browser/screen.ts';
import {
  dispatchLine,
  finishLine,
  leaderCheck,
  pauseLine,
  report,
  resumeLine,
  startLine,
} from '#e2e/browser/workshop.ts';

/** Work begins, pauses, finds an add-on that the customer decides, goes on, and is checked by technician and leader (R170). */
export const work: Step = async (day) => {
  const [advisor, manager] = [await day.as('advisor1'), await onlooker(day)];
  await keepOpen(advisor, day.known.get('order'));
  await startLine(day, jobs.service);
  await expectLive(advisor, lineOf(advisor, jobs.service).getByText('作业中'));
  await pauseLine(day, '待工具');
  await expectLive(advisor, lineOf(advisor, jobs.service).getByText('暂停'));
  await resumeLine(day);
  await reportProgress(advisor, manager);
  await addOn(day);
  await resumeLine(day);
  await finishLine(day);
  await startLine(day, jobs.brakes);
  await finishLine(day);
  await dispatchLine(day, jobs.cleaning, '13:00');
  await startLine(day, jobs.cleaning);
  await finishLine(day);
  for (const line of [diagnosisJob, jobs.service, jobs.brakes, jobs.cleaning]) await leaderCheck(day, line);
  await expectLive(manager, wheelAt(manager, 'final_inspection'));
};

/** The customer hears how it goes, and everybody sees that they did (R170). */
async function reportProgress(advisor: Screen, manager: Screen): Promise<void> {
  await act(advisor, '联系客户', { answers: { 告知内容: '保养正在进行，预计按时完成' } });
  await openTab(manager, '车间');
  await expectLive(manager, manager.page.getByText('保养正在进行，预计按时完成'));
}

/** What is found in mid-job stops its line; the customer is told and decides on the page that lies open in their hand. */
async function addOn(day: Day): Promise<void> {
  const [advisor, phone] = [await day.as('advisor1'), await day.customer()];
  await keepOpen(phone, day.known.get('customerPage'));
  await report(day, { 系统: '空调', 发现: addOnFinding, 必要性: '建议', 停止该项作业等待客户: '是' });
  const waiting = advisor.page.getByRole('region', { name: '现在可以做' }).getByText('待客户确认');
  await expectLive(advisor, waiting);
  await act(advisor, '联系客户', {
    answers: { 事由: '增项', 方式: '微信', 告知内容: `保养中${addOnFinding}，费用与时间见页面`, 客户答复: '我看一下' },
  });
  await addFromCatalogue(advisor, jobs.cleaning, { 来源: '技师建议', 对应发现: addOnFinding, 必要性: '建议' });
  await act(advisor, '出示给客户');
  await customerDecides(day, { [`工时 · ${jobs.cleaning}`]: '同意' });
  await expectLive(advisor, lineOf(advisor, jobs.cleaning).getByText('同意'));
  await expectGone(waiting);
  await expectShown(phone.page.getByText('维修作业与质检'));
}
