import { partsContracts } from '#domain/parts/parts.contract.ts';
import { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import type { Journey, Step } from '#e2e/journey/journey.ts';
import { addOn } from '#e2e/journey/steps/add-on.ts';
import { finish, leaderCheck, onLine, start, workDone } from '#e2e/journey/steps/line-work.ts';
import { issue } from '#e2e/journey/steps/parts.step.ts';

/** Work begins, pauses, finds an add-on that waits for the customer, and is checked by technician and leader. */
export const workStep: Step = {
  step: 'work',
  async take(journey) {
    await pauseOnce(journey);
    await addOn(journey);
    await brakeJob(journey);
    for (const line of ['diagnosisLine', 'serviceLine', 'brakesLine', 'addOnLine'] as const) {
      await leaderCheck(journey, line);
    }
    return '作业：暂停与继续，增项经客户页面确认，自检、班组长检验签字';
  },
};

async function pauseOnce(journey: Journey): Promise<void> {
  const { api } = journey.crew.technician;
  await start(journey, 'serviceLine');
  const working = await onLine(journey, 'serviceLine');
  await api.send(workshopContracts.pauseWork, { ...working, reason: 'tool', note: '等待扭力扳手' });
  await api.send(workshopContracts.resumeWork, await onLine(journey, 'serviceLine'));
}

async function brakeJob(journey: Journey): Promise<void> {
  const { crew, forbid } = journey;
  await start(journey, 'brakesLine');
  const working = await onLine(journey, 'brakesLine');
  await forbid('配件未出库先完工 finish before its parts are issued', 'parts_not_issued', () =>
    crew.technician.api.attempt(workshopContracts.finishWork, { ...working, ...workDone }),
  );
  await crew.parts_clerk.api.send(partsContracts.issuePart, issue(journey, 'padsLine'));
  await finish(journey, 'brakesLine');
}
