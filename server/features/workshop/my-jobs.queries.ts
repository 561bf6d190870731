import { loadAggregate } from '#db/aggregate/load.ts';
import { visitShape } from '#db/aggregate/visit-shape.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { staffIdOf } from '#domain/kernel/decision.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { jobView } from '#domain/workshop/job-view.ts';
import { openPunchOf, planOf } from '#domain/workshop/punches.ts';
import type { JobView, workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import type { Call } from '#server/http/call.ts';

type MyJobs = OutputOf<typeof workshopListContracts.myJobs>;
type Planned = { readonly orderId: string; readonly lineId: string; readonly bayName: string };

/** How many jobs a phone shows with everything beside them. */
const shownJobs = 8;

/** What runs under my hands, and what comes next: my own plans, and those of my team that name nobody. */
export async function myJobs(call: Call): Promise<MyJobs> {
  const mine = staffIdOf(call.actor);
  const plans = await plannedFor(call, mine);
  const shown = plans.slice(0, shownJobs);
  const visits = await visitsOf(call, shown);
  const jobs = shown.flatMap((plan) => {
    const visit = visits.get(plan.orderId);
    return visit ? shownJob(call, { visit, plan }) : [];
  });
  const runs = ({ running }: Job) => running === mine;
  return {
    now: jobs.filter(runs).map(({ job }) => job),
    next: jobs.filter((each) => !runs(each)).map(({ job }) => job),
    more: plans.length - shown.length,
  };
}

type Job = { readonly job: JobView; readonly running: string | null };
type Beside = { readonly visit: Visit; readonly plan: Planned };

function shownJob({ actor, now, settings }: Call, { visit, plan }: Beside): Job[] {
  const line = visit.lines.find(({ lineId }) => lineId === plan.lineId);
  const assignment = planOf(visit, plan.lineId);
  if (!line || !assignment) return [];
  const at = { actor, now, riskMinutes: settings.promiseRiskMinutes };
  const job = jobView(visit, line, { ...at, plan: assignment, bayName: plan.bayName });
  return [{ job, running: openPunchOf(visit, line.lineId)?.technicianId ?? null }];
}

function plannedFor({ tx, actor }: Call, staffId: string): Promise<Planned[]> {
  return tx
    .selectFrom('assignment as a')
    .innerJoin('bay as b', (join) => join.onRef('b.store_id', '=', 'a.store_id').onRef('b.bay_id', '=', 'a.bay_id'))
    .innerJoin('repair_order as o', (join) =>
      join.onRef('o.store_id', '=', 'a.store_id').onRef('o.order_id', '=', 'a.order_id'),
    )
    .select(['a.order_id as orderId', 'a.line_id as lineId', 'b.name as bayName'])
    .where('a.store_id', '=', actor.storeId)
    .where('a.state', '=', 'planned')
    .where('o.state', '=', 'open')
    .where((eb) =>
      eb.or([
        eb('a.technician_id', '=', staffId),
        eb.and([
          eb('a.technician_id', 'is', null),
          eb('a.team_id', '=', (q) =>
            q
              .selectFrom('staff')
              .select('team_id')
              .where('store_id', '=', actor.storeId)
              .where('staff_id', '=', staffId),
          ),
        ]),
      ]),
    )
    .orderBy('a.planned_from')
    .limit(100)
    .execute();
}

async function visitsOf({ tx }: Call, plans: readonly Planned[]): Promise<ReadonlyMap<string, Visit>> {
  const visits = new Map<string, Visit>();
  for (const orderId of new Set(plans.map((plan) => plan.orderId))) {
    const visit = await loadAggregate<Visit>(tx, visitShape, orderId);
    if (visit) visits.set(orderId, visit);
  }
  return visits;
}
