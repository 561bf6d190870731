import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { checkItems, itemsToCheck, type CheckItemKey } from '#domain/quality/check-items.ts';
import type { visitListContracts } from '#domain/repair-order/visit-list.contract.ts';
import type { workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import { buildRepairOrder, type BuiltOrder, type Until } from '#server/testing/build-repair-order.ts';
import { normOf, passedItems, signedBy } from '#server/testing/order-step.ts';
import { textOf } from '#server/testing/paper-text.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const build = (until: Until): Promise<BuiltOrder> => buildRepairOrder(server, { until });

async function myJob(order: BuiltOrder) {
  const technician = await order.shop.as('technician');
  const jobs = (await technician.query('/workshop/my-jobs')).json<OutputOf<typeof workshopListContracts.myJobs>>();
  const job = [...jobs.now, ...jobs.next].find(({ orderId }) => orderId === order.orderId);
  if (!job) throw new Error('the technician has the job');
  return job;
}

const finish = (version: number, items: readonly string[], workDone = '更换前刹车片，试车正常') => ({
  version,
  workDone,
  selfCheck: passedItems(items),
});

async function refusedFinish(order: BuiltOrder, left: CheckItemKey) {
  const { line } = await myJob(order);
  const items = itemsToCheck('self_check').filter((item) => item !== left);
  const technician = await order.shop.as('technician');
  const answer = await technician.command(
    `/orders/${order.orderId}/lines/${line.lineId}/finish`,
    finish(line.version, items),
  );
  return answer.json<{ code: string; zh: string }>();
}

describe('the technician’s job', () => {
  test('is begun by confirming the symptom; who did it stands in the record (R157)', async () => {
    const order = await build('working');
    expect(await normOf(order, 'symptom_confirmed')).toMatchObject({ due: true, doneAt: null });
    expect((await myJob(order)).complaint).toBe('刹车时有异响');
    await order.act('technician', 'ticks', { items: ['symptom_confirmed'], note: null });
    const done = { doneAt: expect.any(String), doneByName: 'technician 一号' };
    expect(await normOf(order, 'symptom_confirmed')).toMatchObject(done);
  });

  test('is driven to confirm the symptom where that is needed, and who drove stands in the record (R157)', async () => {
    const order = await build('working');
    expect(await normOf(order, 'symptom_driven')).toMatchObject({ due: false, doneAt: null });
    await order.act('technician', 'ticks', { items: ['symptom_driven'], note: null });
    const done = { due: true, doneAt: expect.any(String), doneByName: 'technician 一号' };
    expect(await normOf(order, 'symptom_driven')).toMatchObject(done);
  });

  test('shows the damage known from reception, and is not finished without saying that none was added (R168)', async () => {
    const order = await build('received');
    await order.act('advisor', 'kit');
    const scratch = { area: 'left', damage: 'scratch', note: '左后门' };
    const place = { xMilli: null, yMilli: null, attachmentId: null };
    await order.act('advisor', 'walk-around', { items: [{ ...scratch, ...place }], spareWheelOk: true, toolsOk: true });
    await order.goOn('working');
    expect((await myJob(order)).damages).toEqual([scratch]);
    expect(await refusedFinish(order, 'no_new_damage')).toMatchObject({ zh: expect.stringContaining('无新增划伤') });
  });

  test('is not finished without saying that tools and parts were suitable (R163)', async () => {
    const order = await build('working');
    const left = await refusedFinish(order, 'suitable_tools');
    expect(left).toMatchObject({ code: 'check_incomplete', zh: expect.stringContaining('合适的工具与备件') });
  });

  test('says not to enter the car or use its electrics, and to leave what lies in it (R160, R161)', async () => {
    const order = await build('working');
    const job = await myJob(order);
    const notices = job.notices.map(({ zh }) => zh).join('');
    expect(notices).toContain('非工作需要不得进入车内');
    expect(notices).toContain('先通知服务顾问征得客户同意');
    const { entrusted } = await order.view();
    const left = entrusted.filter(({ kind }) => kind === 'belonging' || kind === 'other');
    expect(job.belongings.map(({ description }) => description)).toEqual(left.map(({ description }) => description));
  });

  test('touching belongings is asked of the customer first, and the asking is kept (R161)', async () => {
    const order = await build('working');
    await order.act('advisor', 'contacts', {
      purpose: 'belongings',
      channel: 'face_to_face',
      said: '后备箱内儿童推车需移开才能检查备胎，客户同意。',
      reached: true,
      newPromisedAt: null,
    });
    const { contacts } = await order.view();
    expect(contacts.find(({ purpose }) => purpose === 'belongings')?.said).toContain('客户同意');
  });

  test.each<[string, CheckItemKey]>([
    ['to standard (R162)', 'job_done'],
    ['without new damage to the car (R163)', 'no_new_damage'],
  ])('is finished only when its self-check says that it was done %s', async (_, item) => {
    const order = await build('working');
    expect(await refusedFinish(order, item)).toMatchObject({
      code: 'check_incomplete',
      zh: expect.stringContaining(checkItems[item].zh),
    });
  });

  test('keeps what was done, by whom and how long (R165)', async () => {
    const order = await build('finished');
    const view = await order.view();
    expect(view.lines[0]).toMatchObject({ workDone: '更换前刹车片，试车正常', flatRateHoursCenti: 100 });
    expect(view.punches[0]).toMatchObject({ endedAt: expect.any(String) });
  });
});

describe('the leader', () => {
  test('writes advice and cautions on the order and signs; the printed order carries both (R182)', async () => {
    const order = await build('finished');
    for (const { lineId, version, workState } of (await order.view()).lines) {
      if (workState !== 'self_checked') continue;
      await order.act('team_leader', `lines/${lineId}/leader-check`, {
        version,
        result: 'pass',
        items: passedItems(itemsToCheck('leader_check')),
        advice: '后刹车片剩余 4 毫米，建议五千公里内更换',
        signature: signedBy('team_leader 一号'),
      });
    }
    const paper = await (await order.shop.as('advisor')).query(`/orders/${order.orderId}/papers/repair_order`);
    const text = await textOf(paper.rawPayload);
    expect(text).toContain('后刹车片剩余4毫米，建议五千公里内更换');
    expect(text).toContain('班组长');
  });
});

describe('between customer and workshop', () => {
  test('what the workshop finds waits for the advisor, and the customer’s answer is read in the workshop (R175)', async () => {
    const order = await build('working');
    const { line } = await myJob(order);
    await order.act('technician', 'findings', {
      kind: 'add_on',
      lineId: line.lineId,
      system: 'brakes',
      finding: '前刹车盘磨损超限',
      cause: '长期使用',
      proposal: '更换前刹车盘',
      remedy: 'replace',
      necessity: 'safety',
      stopsLine: true,
      attachmentId: null,
    });
    const advisor = await order.shop.as('advisor');
    const home = (await advisor.query('/home/advisor')).json<OutputOf<typeof visitListContracts.advisorHome>>();
    expect(home.waitingForMe.map(({ orderId }) => orderId)).toContain(order.orderId);
    expect((await myJob(order)).findings).toMatchObject([{ finding: '前刹车盘磨损超限', answeredAt: null }]);
    expect((await myJob(order)).waits).toMatchObject([{ reason: 'customer' }]);
  });
});
