import { onlooker, type Step } from '../day.ts';
import { jobs } from '../jobs.ts';
import { wheelAt } from '../order-page.ts';
import { expectLive } from '../screen.ts';
import { dispatchLine } from '../workshop.ts';

/** The supervisor gives each accepted job a bay, a technician and a time; what was not accepted is not in the queue. */
export const dispatch: Step = async (day) => {
  const manager = await onlooker(day);
  await dispatchLine(day, jobs.service, '10:00');
  await dispatchLine(day, jobs.brakes, '11:00');
  await expectLive(manager, wheelAt(manager, 'parts'));
};
