import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { topicsFor } from '#server/live/live.routes.ts';
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

/** An open event stream and the next event on it. */
async function listen(cookie: string): Promise<{ next(): Promise<string> }> {
  const { port } = server.app.server.address() as AddressInfo;
  const request = get({ host: '127.0.0.1', port, path: '/api/v1/live', headers: { cookie } });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
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
