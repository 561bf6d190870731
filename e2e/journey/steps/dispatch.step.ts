import { dispatchContracts } from '#domain/dispatch/dispatch.contract.ts';
import { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { seeLine, type Fact, type Journey, type Step } from '#e2e/journey/journey.ts';
import { planned } from '#e2e/journey/shop.ts';

/** The supervisor sets the priority and gives each job a bay, a technician and a time. */
export const dispatchStep: Step = {
  step: 'dispatch',
  async take(journey) {
    const { crew, known, forbid, shop } = journey;
    const { api } = crew.supervisor;
    const orderId = known.get('orderId');
    await api.send(dispatchContracts.setPriority, { orderId, priority: 'waiting_customer' });
    await forbid('未经同意的项目派工 dispatch what was declined', 'no_grant', () =>
      api.attempt(dispatchContracts.assignLine, assignment(journey, 'tyreLine', [50, 110])),
    );
    await forbid('计划倒置 a plan that ends before it begins', 'plan_order', () =>
      api.attempt(dispatchContracts.assignLine, assignment(journey, 'serviceLine', [110, 50])),
    );
    await api.send(dispatchContracts.assignLine, assignment(journey, 'serviceLine', [50, 110]));
    await forbid('同一技师同一时间两次派工 the technician at the same time twice', 'technician_taken', () =>
      api.attempt(dispatchContracts.assignLine, assignment(journey, 'brakesLine', [60, 120])),
    );
    await api.send(dispatchContracts.assignLine, assignment(journey, 'brakesLine', [110, 180]));
    const start = { orderId, lineId: known.get('serviceLine'), bayId: shop.bayId };
    const { version } = await seeLine(journey, 'serviceLine');
    await forbid('未派给自己的项目 work on a line of somebody else', 'not_your_line', () =>
      journey.crew.team_leader.api.attempt(workshopContracts.startWork, { ...start, version }),
    );
    return '派工：确定优先度，保养与制动作业分派工位、技师与计划时间';
  },
};

/** A line for the technician of the journey, in minutes of its own plan. */
export const assignment = ({ crew, known, shop }: Journey, line: Fact, [from, until]: readonly [number, number]) => ({
  orderId: known.get('orderId'),
  lineId: known.get(line),
  bayId: shop.bayId,
  teamId: null,
  technicianId: crew.technician.staffId,
  ...planned(shop, from, until),
});
