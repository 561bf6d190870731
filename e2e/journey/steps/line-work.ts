import { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { seeLine, type Fact, type Journey } from '#e2e/journey/journey.ts';
import { signedBy } from '#e2e/journey/signature.ts';
import { checked } from '#e2e/journey/steps/checked.ts';

/** A line by its present version, as commands on its work name it. */
export async function onLine(journey: Journey, line: Fact) {
  const { lineId, version } = await seeLine(journey, line);
  return { orderId: journey.known.get('orderId'), lineId, version };
}

export async function start(journey: Journey, line: Fact): Promise<void> {
  const { crew, shop } = journey;
  const on = await onLine(journey, line);
  await crew.technician.api.send(workshopContracts.startWork, { ...on, bayId: shop.bayId });
}

/** What the technician records when the work on a line is done. */
export const workDone = { workDone: '按厂家标准作业完成并复紧', selfCheck: checked('self_check') };

/** Finishes the work on a line with its record and the self-check. */
export async function finish(journey: Journey, line: Fact): Promise<void> {
  const on = await onLine(journey, line);
  await journey.crew.technician.api.send(workshopContracts.finishWork, { ...on, ...workDone });
}

/** The team leader's check with advice and signature. */
export async function leaderCheck(journey: Journey, line: Fact): Promise<void> {
  const { team_leader } = journey.crew;
  await team_leader.api.send(workshopContracts.leaderCheck, {
    ...(await onLine(journey, line)),
    result: 'pass',
    items: checked('leader_check'),
    advice: '建议 5 000 公里内复查制动',
    signature: signedBy(team_leader.name),
  });
}
