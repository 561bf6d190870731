import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { topicsFor } from '#server/live/live.routes.ts';
import { fileCustomer } from '#server/testing/build-customer.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let store: string;
let advisor: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  store = await server.addStore();
  advisor = await server.addPerson(store, ['advisor']);
  await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

/** What the server answers to somebody who wants to listen. */
async function ask(cookie: string, { app } = server): Promise<IncomingMessage> {
  const { port } = app.server.address() as AddressInfo;
  const request = get({ host: '127.0.0.1', port, path: '/api/v1/live', headers: { cookie } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return response;
}

/** An open event stream and the next event on it. */
async function listen(cookie: string): Promise<{ next(): Promise<string> }> {
  const response = await ask(cookie);
  expect(response.headers['content-type']).toContain('text/event-stream');
  const blocks = eventBlocks(response.setEncoding('utf8'));
  const next = async () => String((await blocks.next()).value ?? 'the end');
  return { next };
}

async function* eventBlocks(response: AsyncIterable<unknown>): AsyncGenerator<string> {
  let text = '';
  for await (const chunk of response) {
    text += String(chunk);
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      yield text.slice(0, end);
      text = text.slice(end + 2);
    }
  }
}

test('staff hear what changed in their store, gathered, and nothing of another', async () => {
  const stream = await listen(advisor.cookie);
  expect(await stream.next()).toContain('event: open');
  server.deps.live.publish(await server.addStore('别家'), ['order:x']);
  server.deps.live.publish(store, ['order:1', 'board:dispatch']);
  server.deps.live.publish(store, ['order:1', 'order:2']);
  expect(await stream.next()).toBe('event: changed\ndata: {"topics":["order:1","board:dispatch","order:2"]}');
});

test('whoever has a customer, a car or the people before them hears that they changed', async () => {
  const admin = await server.addPerson(store, ['admin', 'receptionist']);
  const stream = await listen(admin.cookie);
  await stream.next();
  const bay = { name: '工位', kind: 'lift', trade: null, exclusive: true, sort: 1 };
  expect((await admin.command('/bays', bay)).statusCode).toBe(200);
  expect(await stream.next()).toContain('board:staff');
  const customerId = await fileCustomer(server, store);
  const consent = { purpose: 'survey', channel: 'phone', evidence: '当面同意' };
  expect((await admin.command(`/customers/${customerId}/consents`, consent)).statusCode).toBe(200);
  expect(await stream.next()).toContain('board:customers');
});

test('what changed while the database was away is asked again', async () => {
  const stream = await listen(advisor.cookie);
  await stream.next();
  await server.owner.pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen jiaoche_live' and datname = current_database()",
  );
  expect(await stream.next()).toContain('event: resync');
  server.deps.live.publish(store, ['order:3']);
  expect(await stream.next()).toContain('order:3');
});

test('nobody listens without a session', async () => {
  expect((await server.client({}).query('/live')).json()).toMatchObject({ status: 401, code: 'unauthenticated' });
});

test('whoever may not sign in any more hears no more', async () => {
  const admin = await server.addPerson(store, ['admin']);
  const leaving = await server.addPerson(store, ['guard']);
  const stream = await listen(leaving.cookie);
  await stream.next();
  const [last] = await Promise.all([
    stream.next().then((event) => (event === 'the end' ? event : stream.next())),
    admin.command(`/people/${leaving.staffId}/active`, { version: 1, active: false }),
  ]);
  expect(last).toBe('the end');
});

test('one session has a dozen streams and no more, until it closes one; others are not kept out', async () => {
  const greedy = await server.addPerson(store, ['guard']);
  const [first, ...others] = await Promise.all(Array.from({ length: 12 }, () => ask(greedy.cookie)));
  expect([first, ...others].map((each) => each?.statusCode)).toEqual(Array.from({ length: 12 }, () => 200));
  const refused = await greedy.query('/live');
  expect(refused.json()).toMatchObject({ status: 429, code: 'too_many_streams', zh: expect.any(String) });
  expect(refused.headers['retry-after']).toBe('10');
  const modest = await ask((await server.addPerson(store, ['guard'])).cookie);
  expect(modest.statusCode).toBe(200);
  first?.destroy();
  await vi.waitFor(async () => expect((await ask(greedy.cookie)).statusCode).toBe(200));
  expect((await greedy.query('/live')).json()).toMatchObject({ code: 'too_many_streams' });
});

test('there is an end to the streams of all sessions together', async () => {
  const small = await startTestServer({ liveStreams: 2 });
  try {
    const there = await small.addStore();
    await small.app.listen({ host: '127.0.0.1', port: 0 });
    const people = await Promise.all([1, 2, 3].map(() => small.addPerson(there, ['guard'])));
    const statuses: (number | undefined)[] = [];
    for (const { cookie } of people) statuses.push((await ask(cookie, small)).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
  } finally {
    await small.close();
  }
});

test('a customer hears only the order of the link', () => {
  const customer = { kind: 'customer', storeId: store, linkId: 'l', orderId: 'o' } as const;
  expect(topicsFor(customer, { store, topics: ['order:o', 'order:p', 'board:dispatch'] })).toEqual(['order:o']);
  expect(topicsFor(customer, { store: 'other', topics: ['order:o'] })).toEqual([]);
});

test('streams end when the server stops', async () => {
  const stream = await listen(advisor.cookie);
  await stream.next();
  const [last] = await Promise.all([stream.next(), server.app.close()]);
  expect(last).toBe('the end');
});
