import { facts, type Fact } from './facts.ts';
import { Misfit, type Check } from './verification.ts';

type Compared = {
  readonly fitting: number;
  readonly key: string | null;
  readonly told: unknown;
  readonly stored: unknown;
};

/** Whatever the record tells of money, work, parts, consent and the gate stands in the rows, and nothing that it does not tell. */
export async function verifyFacts(check: Check): Promise<void> {
  for (const fact of facts) await verifyFact(check, fact);
}

async function verifyFact({ client, storeId, count }: Check, { table, told, stored }: Fact): Promise<void> {
  const text = `with compared as (
      select key, t.said as told, s.said as stored, t.said is not distinct from s.said as fits
      from (${told}) t full join (${stored}) s using (key))
    select (select count(*)::int from compared where fits) as fitting, m.*
    from (select 1) one left join (select key, told, stored from compared where not fits order by key limit 1) m on true`;
  const { rows } = await client.query<Compared>(text, [storeId]);
  const [compared] = rows;
  if (!compared) return;
  if (compared.key !== null) throw new Misfit(table, compared.key, difference(compared));
  count('fact of the record', compared.fitting);
}

function difference({ told, stored }: Compared): string {
  if (told === null) return 'the record tells nothing of this row';
  if (stored === null) return 'the record tells of this row; it is not there any more';
  return `the record tells ${JSON.stringify(told)}, the row says ${JSON.stringify(stored)}`;
}
