import { finishWork } from '#domain/workshop/finish-work.ts';
import { leaderCheck } from '#domain/workshop/leader-check.ts';
import { pauseWork } from '#domain/workshop/pause-work.ts';
import { resumeWork, startWork } from '#domain/workshop/start-work.ts';
import { endWait, performOther, reportDelay, startWait, tellCustomer } from '#domain/workshop/waits-and-contacts.ts';
import { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import { giveWay } from '#server/features/dispatch/push-plans.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';
import { onBeginning } from '#server/features/workshop/begin-work.command.ts';
import { carsForLeader } from '#server/features/workshop/checks.queries.ts';
import { myJobs } from '#server/features/workshop/my-jobs.queries.ts';
import { bind, type Binding } from '#server/http/bind.ts';

/** Work on lines, its checks by technician and leader, waits and what the customer is told. */
export const workshopRoutes: readonly Binding[] = [
  onBeginning(workshopContracts.startWork, startWork),
  onBeginning(workshopContracts.resumeWork, resumeWork),
  onVisit(workshopContracts.pauseWork, pauseWork),
  onVisit(workshopContracts.finishWork, finishWork, {
    after: (call, next, { before }) => giveWay(call, before, next),
  }),
  onVisit(workshopContracts.leaderCheck, leaderCheck),
  onVisit(workshopContracts.reportDelay, reportDelay),
  onVisit(workshopContracts.tellCustomer, tellCustomer),
  onVisit(workshopContracts.startWait, startWait),
  onVisit(workshopContracts.endWait, endWait),
  onVisit(workshopContracts.performOther, performOther),
  bind(workshopListContracts.myJobs, myJobs),
  bind(workshopListContracts.checks, carsForLeader),
];
