import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { query } from '#domain/kernel/contract.ts';
import { inStore } from '#db/transaction.ts';
import { createCustomerLink, revokeCustomerLink } from '#server/access/customer-link.ts';
import { bind } from '#server/http/bind.ts';
import { newId } from '#server/http/call.ts';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

const whose = query({
  name: 'test.whose',
  zh: '谁的工单',
  en: 'Whose order',
  path: '/test/whose',
  callers: ['customer'],
  input: z.strictObject({}),
  output: z.strictObject({ orderId: z.string() }),
});
const staffOnly = query({ ...whose, name: 'test.staff', path: '/test/staff', callers: 'staff' });
const orderOf = bind(whose, async ({ actor }) => ({ orderId: actor.kind === 'customer' ? actor.orderId : '' }));

let server: TestServer;
let store: string;
let now = '2026-11-24T01:00:00.000Z';
const orderId = newId();

beforeAll(async () => {
  server = await startTestServer({
    bindings: [orderOf, bind(staffOnly, async () => ({ orderId: '' }))],
    now: () => now,
  });
  store = await server.addStore();
  await sql`alter table customer_link drop constraint customer_link_store_id_order_id_fkey`.execute(server.owner.db);
});
afterAll(() => server.close());

const asSystem = <T>(work: (call: Parameters<typeof createCustomerLink>[0]) => Promise<T>) =>
  inStore(server.deps.database, store, (tx) => work({ tx, now, newId, actor: { kind: 'system', storeId: store } }));
const makeLink = () => asSystem((call) => createCustomerLink(call, orderId));
const asks = (token: string) => server.client({ 'visit-token': token }).query('/test/whose');

test('a link opens one visit to the customer and nothing of the staff', async () => {
  const token = await makeLink();
  const answer = await asks(token);
  expect(answer.json()).toEqual({ orderId });
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  expect((await server.client({ cookie }).query('/test/whose')).json()).toEqual({ orderId });
  expect((await server.client({ cookie }).query('/test/staff')).json()).toMatchObject({
    status: 403,
    code: 'forbidden',
  });
});

test('the token itself is kept nowhere', async () => {
  const token = await makeLink();
  const rows = await server.owner.db.selectFrom('customer_link').selectAll().execute();
  expect(JSON.stringify(rows)).not.toContain(token.slice(32));
});

test.each(['', 'nonsense', 'x'.repeat(64)])('an unknown token %j opens nothing', async (token) => {
  expect((await asks(token)).statusCode).toBe(401);
});

test('a token of one store does not open the same link in another', async () => {
  const token = await makeLink();
  const other = (await server.addStore()).replaceAll('-', '');
  expect((await asks(other + token.slice(32))).json()).toMatchObject({ status: 401, code: 'link_expired' });
});

test('a revoked or expired link opens nothing', async () => {
  const revoked = await makeLink();
  const link = await server.owner.db
    .selectFrom('customer_link')
    .select('link_id')
    .orderBy('link_id', 'desc')
    .executeTakeFirstOrThrow();
  await asSystem((call) => revokeCustomerLink(call, link.link_id));
  expect((await asks(revoked)).json()).toMatchObject({ code: 'link_expired' });
  const expired = await makeLink();
  now = '2027-02-01T00:00:00.000Z';
  expect((await asks(expired)).json()).toMatchObject({ code: 'link_expired' });
});
