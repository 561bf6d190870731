import { sql } from 'kysely';
import { warrantyTerm } from '#domain/customer/warranty-term.ts';
import { shopDay } from '#domain/kernel/calendar.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import type { warrantyListContracts } from '#domain/diagnosis/warranty-list.contract.ts';
import type { Call } from '#server/http/call.ts';

type Home = OutputOf<(typeof warrantyListContracts)['home']>;
type Line = Home['toJudge'][number];
type Read = Omit<Line, 'inWarranty'> & {
  readonly warrantyMonths: number | null;
  readonly warrantyKm: number | null;
  readonly source: string;
};

const most = 300;

/** Judgements that somebody owes, by who owes them (R100–R102). */
export async function warrantyHome(call: Call): Promise<Home> {
  const usual = call.settings.warrantyTerm;
  const lines = (await openLines(call)).map(({ warrantyMonths, warrantyKm, source, ...line }) => {
    const terms = { firstSoldOn: line.firstSoldOn, warrantyMonths, warrantyKm };
    const { inWarranty } = warrantyTerm(terms, { day: shopDay(call.now), odometerKm: line.odometerKm, usual });
    return { source, line: { ...line, inWarranty } };
  });
  const those = (wanted: (each: (typeof lines)[number]) => boolean) => lines.filter(wanted).map(({ line }) => line);
  return {
    toJudge: those(({ line, source }) => isToJudge(line, source)),
    reported: those(({ line }) => line.warrantyState === 'pending_manufacturer'),
    notTold: those(({ line }) => isJudged(line) && line.toldAt === null),
  };
}

const isJudged = ({ warrantyState }: Line): boolean =>
  warrantyState !== 'not_checked' && warrantyState !== 'pending_manufacturer';

/** What the manufacturer is to pay, what awaits a diagnosis, and what was found on a car in warranty and not decided yet. */
function isToJudge({ warrantyState, payer, decision, inWarranty }: Line, source: string): boolean {
  if (warrantyState === 'pending_diagnosis') return true;
  if (warrantyState !== 'not_checked') return false;
  const found = source === 'technician_recommendation' && decision === 'undecided' && inWarranty !== false;
  return payer === 'manufacturer' || found;
}

async function openLines({ tx, actor }: Call): Promise<Read[]> {
  const { rows } = await sql<Read>`
    select o.order_id as "orderId", o.order_no as "orderNo", v.plate, trim(v.brand || ' ' || v.model) as model, o.step,
      c.name as "customerName", a.name as "advisorName", l.line_id as "lineId", l.kind, l.description, l.payer, l.decision,
      l.source, l.warranty_state as "warrantyState", l.warranty_reason as "warrantyReason", l.warranty_told_at as "toldAt",
      l.amount_fen as "amountFen", v.odometer_km as "odometerKm", v.first_sold_on as "firstSoldOn",
      v.warranty_months as "warrantyMonths", v.warranty_km as "warrantyKm", moved.at as since
    from charge_line l
    join repair_order o on o.store_id = l.store_id and o.order_id = l.order_id
    join vehicle v on v.store_id = o.store_id and v.vehicle_id = o.vehicle_id
    join customer c on c.store_id = o.store_id and c.customer_id = o.customer_id
    join staff a on a.store_id = o.store_id and a.staff_id = o.advisor_id
    left join lateral (select max(y.at) as at from activity y where y.store_id = l.store_id and y.aggregate = 'repair_order'
      and y.aggregate_id = l.order_id and y.action = 'judge_warranty'
      and y.payload::jsonb ->> 'lineId' = l.line_id::text) moved on true
    where l.store_id = ${actor.storeId} and o.state in ('open', 'ready') and l.removed_at is null
      and (l.warranty_state <> 'not_checked' or l.payer = 'manufacturer' or l.decision = 'undecided')
    order by coalesce(moved.at, o.arrived_at), l.line_no limit ${most}`.execute(tx);
  return rows;
}
