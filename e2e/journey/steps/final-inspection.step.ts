import { dispatchContracts } from '#domain/dispatch/dispatch.contract.ts';
import { addMinutes } from '#domain/kernel/calendar.ts';
import { qualityContracts } from '#domain/quality/quality.contract.ts';
import type { Journey, Step } from '#e2e/journey/journey.ts';
import { withRole } from '#e2e/journey/with-role.ts';
import { signedBy } from '#e2e/journey/signature.ts';
import { checked } from '#e2e/journey/steps/checked.ts';
import { assignment } from '#e2e/journey/steps/dispatch.step.ts';
import { finish, leaderCheck, start } from '#e2e/journey/steps/line-work.ts';

/** Failed, reworked, passed; washed, parked, key and papers back; the advisor's own check; the customer called. */
export const finalInspectionStep: Step = {
  step: 'final_inspection',
  async take(journey) {
    await failOnce(journey);
    await rework(journey);
    await pass(journey);
    await makeReady(journey);
    await tell(journey);
    return '总检：一次不合格返工后合格，洗车停放，单据交回，内部核对，通知客户';
  },
};

const inspection = ({ crew, known, car }: Journey, drivenKm = 0) => ({
  orderId: known.get('orderId'),
  result: 'pass' as const,
  items: checked('final_inspection'),
  failedLines: [],
  roadTest: { fromKm: car.odometerKm + drivenKm, toKm: car.odometerKm + drivenKm + 3 },
  note: null,
  signature: signedBy(crew.inspector.name),
});

async function failOnce(journey: Journey): Promise<void> {
  const { crew, known, forbid } = journey;
  const { api } = crew.inspector;
  const failed = { ...inspection(journey), result: 'fail', note: '试车时制动踏板行程偏长' } as const;
  await forbid('不合格不写项目 a failure that names no line', 'fault_items_missing', () =>
    api.attempt(qualityContracts.finalInspect, failed),
  );
  await withRole(journey, crew.technician, 'inspector', () =>
    forbid('参与作业的人做总检 final inspection by one who worked on the order', 'worked_on_order', () =>
      crew.technician.api.attempt(qualityContracts.finalInspect, inspection(journey)),
    ),
  );
  const failedLines = [{ lineId: known.get('brakesLine'), reason: '需重新排气' }];
  await api.send(qualityContracts.finalInspect, { ...failed, failedLines });
}

async function rework(journey: Journey): Promise<void> {
  const { crew, forbid } = journey;
  await forbid('返工未完再总检 inspect while rework is open', 'lines_unfinished', () =>
    crew.inspector.api.attempt(qualityContracts.finalInspect, inspection(journey)),
  );
  await crew.supervisor.api.send(dispatchContracts.assignLine, assignment(journey, 'brakesLine', [230, 270]));
  await start(journey, 'brakesLine');
  await finish(journey, 'brakesLine');
  await leaderCheck(journey, 'brakesLine');
}

const readyNotice = ({ known, shop }: Journey) => ({
  orderId: known.get('orderId'),
  channel: 'phone' as const,
  said: '您的车已修好并通过总检，可以来取车',
  reached: true,
  pickUpAt: addMinutes(shop.now, 620),
});

async function pass(journey: Journey): Promise<void> {
  const { crew, forbid } = journey;
  await forbid('总检前通知取车 tell the customer before the pass', 'wrong_state', () =>
    crew.advisor.api.attempt(qualityContracts.tellReady, readyNotice(journey)),
  );
  await crew.inspector.api.send(qualityContracts.finalInspect, inspection(journey, 3));
}

async function makeReady(journey: Journey): Promise<void> {
  const { crew, known, forbid } = journey;
  const orderId = known.get('orderId');
  await forbid('洗车未完先停放 park before the wanted wash', 'wash_pending', () =>
    crew.washer.api.attempt(qualityContracts.park, { orderId, place: '竣工区 A3' }),
  );
  const washed = { orderId, items: checked('wash_check'), note: null };
  await forbid('未登记开始先完成洗车 end a wash that nobody was told of', 'wash_not_started', () =>
    crew.washer.api.attempt(qualityContracts.wash, washed),
  );
  await crew.washer.api.send(qualityContracts.startWash, { orderId });
  await crew.washer.api.send(qualityContracts.wash, washed);
  await crew.washer.api.send(qualityContracts.park, { orderId, place: '竣工区 A3' });
  const back = { orderId, toStaffId: crew.advisor.staffId, notes: null };
  await crew.supervisor.api.send(qualityContracts.returnCustody, back);
  await forbid('内部核对前通知取车 tell the customer before the internal check', 'internal_check_missing', () =>
    crew.advisor.api.attempt(qualityContracts.tellReady, readyNotice(journey)),
  );
  await crew.advisor.api.send(qualityContracts.internalCheck, {
    orderId,
    result: 'pass',
    items: checked('internal_check'),
    failedLines: [],
    jointDrive: null,
    note: null,
  });
}

async function tell(journey: Journey): Promise<void> {
  const { crew } = journey;
  await crew.advisor.api.send(qualityContracts.tellReady, readyNotice(journey));
}
