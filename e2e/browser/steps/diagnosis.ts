import { sign } from '#e2e/browser/form.ts';
import { diagnosisFinding, diagnosisJob, jobs } from '#e2e/browser/jobs.ts';
import { act, openTab, wheelAt } from '#e2e/browser/order-page.ts';
import { onlooker, type Day, type Step } from '#e2e/browser/day.ts';
import { expectLive, expectShown, open, type Screen } from '#e2e/browser/screen.ts';
import { acceptCar, dispatchLine, finishLine, report, startLine } from '#e2e/browser/workshop.ts';

/** The diagnosis is a line with a fee: accepted at the counter, dispatched and worked like any other, and it finds something. */
export const diagnosis: Step = async (day) => {
  const manager = await onlooker(day);
  await acceptedAtTheCounter(day);
  await expectLive(manager, wheelAt(manager, 'diagnosis'));
  await expectShown(manager.page.getByText((await day.as('supervisor1')).name));
  await worked(day);
};

async function acceptedAtTheCounter({ as, known, car }: Day): Promise<void> {
  const [advisor, supervisor] = [await as('advisor1'), await as('supervisor1')];
  await open(advisor, known.get('order'));
  await act(advisor, '添加项目', {
    answers: {
      类别: '诊断',
      名称: diagnosisJob,
      '工时定额 (h)': '1',
      '单价 (¥)': '90',
      '封顶金额 (¥)': '150',
      工种: '机电',
      原因: '需拆检前轮方能确定异响来源',
    },
  });
  await act(advisor, '填写预计交车时间');
  await act(advisor, '登记客户选择', { answers: { 付款方式: '现金', 旧件处理: '带走', 已说明交车程序: '是' } });
  await act(advisor, '出示给客户');
  await act(advisor, '客户决定并签字', {
    send: '确认决定',
    answers: { [`诊断 · ${diagnosisJob}`]: '同意', 签字人: '送修人', 签字人姓名: car.presenterName },
    more: (form) => sign(form, '请签名'),
  });
  await expectSigned(advisor, car.presenterName);
  await act(advisor, '交付客户联');
  await act(advisor, '移交车间', { answers: { 交给: supervisor.name, 位置: '待修区 3' } });
}

/** The order stands there as it was presented, printable, with who signed it where (R136). */
async function expectSigned(advisor: Screen, name: string): Promise<void> {
  const { page } = advisor;
  await openTab(advisor, '委托与增项');
  await expectShown(page.getByRole('heading', { name: /^任务委托书 · 第 1 版.*已决定/ }));
  await expectShown(page.getByText(`签字人: 送修人 ${name} · 在本屏签字`));
  await openTab(advisor, '结算');
  await expectShown(page.getByRole('button', { name: '任务委托书（第 1 版）' }));
  await openTab(advisor, '项目');
}

async function worked(day: Day): Promise<void> {
  await dispatchLine(day, diagnosisJob, '09:00');
  await acceptCar(day, diagnosisJob);
  await startLine(day, diagnosisJob);
  await report(day, { 系统: '制动', 发现: diagnosisFinding, 建议项目: jobs.brakes, 必要性: '安全相关' });
  await finishLine(day);
}
