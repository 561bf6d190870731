import { sql } from 'kysely';
import type { dispatchBoardContracts } from '#domain/dispatch/dispatch-board.contract.ts';
import { shopDay, shopDayRange } from '#domain/kernel/calendar.ts';
import type { InputOf, OutputOf } from '#domain/kernel/contract.ts';
import type { Call } from '#server/http/call.ts';

type Contracts = typeof dispatchBoardContracts;
export type Span = { readonly from: string; readonly until: string };

/** Active bays in their order. */
export const activeBays = ({ tx, actor }: Call) =>
  tx
    .selectFrom('bay')
    .select(['bay_id as bayId', 'name', 'kind', 'trade', 'exclusive'])
    .where('store_id', '=', actor.storeId)
    .where('active', '=', true)
    .orderBy('sort')
    .orderBy('name')
    .limit(200)
    .execute();

/** Active people with a trade, by team. */
export const technicians = ({ tx, actor }: Call) =>
  tx
    .selectFrom('staff as s')
    .leftJoin('team as t', (join) => join.onRef('t.store_id', '=', 's.store_id').onRef('t.team_id', '=', 's.team_id'))
    .select([
      's.staff_id as staffId',
      's.name',
      's.team_id as teamId',
      't.name as teamName',
      's.leads_team as leadsTeam',
      's.trades',
      's.slots',
    ])
    .where('s.store_id', '=', actor.storeId)
    .where('s.active', '=', true)
    .where(sql<boolean>`cardinality(s.trades) > 0`)
    .orderBy('t.name')
    .orderBy('s.name')
    .limit(200);

/** Bays, teams, and technicians with what they have planned and done that day (R155). */
export async function readOptions(
  call: Call,
  { day = shopDay(call.now) }: InputOf<Contracts['options']>,
): Promise<OutputOf<Contracts['options']>> {
  const span = shopDayRange(day);
  const working = sql<boolean>`exists (select from punch p
    where p.store_id = s.store_id and p.technician_id = s.staff_id and p.ended_at is null)`;
  return {
    bays: await activeBays(call),
    teams: await call.tx
      .selectFrom('team')
      .select(['team_id as teamId', 'name', 'trades'])
      .where('store_id', '=', call.actor.storeId)
      .where('active', '=', true)
      .orderBy('name')
      .limit(200)
      .execute(),
    technicians: await technicians(call)
      .select([
        plannedIn(span).as('plannedMinutes'),
        workedIn(span, call.now).as('workedMinutes'),
        working.as('working'),
      ])
      .execute(),
  };
}

const plannedIn = ({ from, until }: Span) => sql<number>`(select coalesce(sum(extract(epoch from
    least(a.planned_until, ${until}::timestamptz) - greatest(a.planned_from, ${from}::timestamptz))), 0)::int / 60
  from assignment a
  where a.store_id = s.store_id and a.technician_id = s.staff_id and a.state <> 'void'
    and a.planned_from < ${until}::timestamptz and a.planned_until > ${from}::timestamptz)`;

const workedIn = ({ from, until }: Span, now: string) => sql<number>`(select coalesce(sum(extract(epoch from
    least(coalesce(p.ended_at, ${now}::timestamptz), ${until}::timestamptz) - p.started_at)), 0)::int / 60
  from punch p
  where p.store_id = s.store_id and p.technician_id = s.staff_id
    and p.started_at >= ${from}::timestamptz and p.started_at < ${until}::timestamptz)`;
