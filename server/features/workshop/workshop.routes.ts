import { startWork } from '#domain/workshop/start-work.ts';
import { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';

export const workshopRoutes = [onVisit(workshopContracts.startWork, startWork)];
