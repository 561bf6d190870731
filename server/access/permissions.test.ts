import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contract } from '#domain/kernel/contract.ts';
import { refusals } from '#domain/kernel/refusals.ts';
import { staffRoleNames, type StaffRole } from '#domain/kernel/role.ts';
import { routes } from '#server/routes.ts';
import { buildRepairOrder } from '#server/testing/build-repair-order.ts';
import { admittedInput, type Known } from '#server/testing/hostile-input.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let known: Known;
const people = new Map<StaffRole, TestPerson>();

beforeAll(async () => {
  server = await startTestServer();
  const order = await buildRepairOrder(server, { until: 'granted' });
  const { lines, versions } = await order.view();
  const { orderId, vehicleId, customerId, storeId } = order;
  known = { orderId, vehicleId, customerId, lineId: lines[0]?.lineId ?? '', versionId: versions[0]?.versionId ?? '' };
  for (const role of staffRoleNames) people.set(role, await server.addPerson(storeId, [role]));
});
afterAll(() => server.close());

const contracts = routes.map(({ contract }) => contract).filter(({ name }) => name !== 'staff.sign_out');
const commands = contracts.filter(({ kind }) => kind === 'command');
const named = commands.map((contract) => [contract.name, contract] as const);

const isAllowed = ({ callers }: Contract, role: StaffRole): boolean =>
  callers === 'public' || callers === 'staff' || callers.includes(role);

/** What the contract's own schema admits, sent by somebody who holds this role alone. */
function send(contract: Contract, role: StaffRole) {
  const input = admittedInput(contract, known);
  const inPath = new Set([...contract.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''));
  const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(input[name])));
  const body = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.has(name)));
  const person = people.get(role);
  if (!person) throw new Error(`nobody is ${role}`);
  return contract.kind === 'query' ? person.query(`${path}?${asked(body)}`) : person.command(path, body);
}

/** What a read asks for, as an address carries it; what may be left out is left out. */
function asked(fields: Record<string, unknown>): string {
  const given = Object.entries(fields).filter(([, value]) => value !== null && typeof value !== 'object');
  return new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)]))).toString();
}

/** Every row of every store's tables by number and by the transaction that wrote it last. */
async function rowsOfStores(): Promise<unknown> {
  const tables = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'store_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`.execute(server.owner.db);
  const each = tables.rows.map(
    ({ name }) =>
      sql`select ${name}::text as name, count(*)::int as rows, max(xmin::text::bigint)::text as last from ${sql.table(name)}`,
  );
  return (await sql`${sql.join(each, sql` union all `)}`.execute(server.owner.db)).rows;
}

describe.each(named)('%s', (_, contract) => {
  test('is refused as forbidden to every role that its contract does not name, and changes no row (R003, R321)', async () => {
    const before = await rowsOfStores();
    const answers: Record<string, unknown> = {};
    const others = staffRoleNames.filter((role) => !isAllowed(contract, role));
    for (const role of others) {
      const answer = await send(contract, role);
      answers[role] = [answer.statusCode, answer.json<{ code: string }>().code];
    }
    expect(answers).toEqual(Object.fromEntries(others.map((role) => [role, [403, 'forbidden']])));
    expect(await rowsOfStores()).toEqual(before);
  });

  test('is not forbidden to any role that its contract names (R003)', async () => {
    const forbidden: StaffRole[] = [];
    for (const role of staffRoleNames.filter((each) => isAllowed(contract, each))) {
      const answer = await send(contract, role);
      if (answer.statusCode === 403 && answer.json<{ code: string }>().code === 'forbidden') forbidden.push(role);
    }
    expect(forbidden).toEqual([]);
  });
});

describe.each(contracts.filter(({ kind }) => kind === 'query').map((contract) => [contract.name, contract] as const))(
  '%s',
  (_, contract) => {
    test('is shown to the roles that its contract names and forbidden to all others (R003, R321)', async () => {
      const forbidden: StaffRole[] = [];
      for (const role of staffRoleNames) {
        const answer = await send(contract, role);
        if (answer.statusCode === 403 && answer.json<{ code: string }>().code === 'forbidden') forbidden.push(role);
      }
      expect(forbidden).toEqual(staffRoleNames.filter((role) => !isAllowed(contract, role)));
    });

    test('is shown to nobody who is not signed in, unless it is public (R003)', async () => {
      const path = `${contract.path.replaceAll(/:\w+/g, known.orderId ?? '')}?${asked({})}`;
      const { statusCode } = await server.client({}).query(path);
      expect(statusCode === 401).toBe(contract.callers !== 'public');
    });
  },
);

test('every refusal that a contract declares exists, with a status and a sentence in both languages', () => {
  for (const { name, refusals: declared } of contracts) {
    for (const code of declared) {
      expect(refusals[code], `${code} of ${name}`).toMatchObject({
        status: expect.toSatisfy((status: number) => status >= 400 && status < 500),
        zh: expect.stringMatching(/\p{Script=Han}/u),
        en: expect.stringMatching(/[a-z]/),
      });
    }
  }
});
