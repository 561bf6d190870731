import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Contract } from '#domain/kernel/contract.ts';
import { refusals } from '#domain/kernel/refusals.ts';
import { staffRoleNames } from '#domain/kernel/role.ts';
import { routes } from '#server/routes.ts';
import { buildRepairOrder } from '#server/testing/build-repair-order.ts';
import { extremeInputs } from '#server/testing/extreme-input.ts';
import { admittedInput, hostileInputs, type Known } from '#server/testing/hostile-input.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let everyone: TestPerson;
let known: Known;

beforeAll(async () => {
  server = await startTestServer();
  const order = await buildRepairOrder(server, { until: 'granted' });
  const view = await order.view();
  everyone = await server.addPerson(order.storeId, staffRoleNames);
  known = {
    orderId: order.orderId,
    vehicleId: order.vehicleId,
    customerId: order.customerId,
    lineId: view.lines[0]?.lineId ?? '',
    versionId: view.versions[0]?.versionId ?? '',
    storeId: order.storeId,
    store: order.storeId,
    phone: '13812345678',
    plate: '苏E12345',
    vin: 'LSVAL41Z882104202',
    from: '09:00',
    to: '18:00',
    opensAt: '08:00',
    closesAt: '19:00',
    contentHash: 'a'.repeat(64),
    code: '23456789',
    staffId: (await server.addPerson(order.storeId, ['technician'])).staffId,
  };
});
afterAll(() => server.close());

/** After signing out nothing else would be asked. */
const contracts = routes.map(({ contract }) => contract).filter(({ name }) => name !== 'staff.sign_out');

/** Path parameters go where they belong, the rest into query or body. */
function send(contract: Contract, input: Record<string, unknown>): Promise<LightMyRequestResponse> {
  const inPath = new Set([...contract.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''));
  const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(inText(input[name])));
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.has(name)));
  if (contract.method === 'POST') return everyone.command(path, rest);
  const query = Object.entries(rest).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).slice(0, 50).map((each) => [name, inText(each)]),
  );
  return everyone.query(`${path}?${new URLSearchParams(query as [string, string][]).toString()}`);
}

/** Half a pair cannot be written into an address. */
const inText = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 2000).toWellFormed() || ' ';

function problemIn(answer: LightMyRequestResponse): string | null {
  if (answer.statusCode < 400) return null;
  if (answer.statusCode >= 500) return `${answer.statusCode} ${answer.body.slice(0, 200)}`;
  if (!answer.headers['content-type']?.toString().startsWith('application/problem+json')) return answer.body;
  const { code, zh, en } = answer.json<{ code: string; zh: string; en: string }>();
  const known = code in refusals && zh.length > 0 && en.length > 0;
  return known && code !== 'unauthenticated' ? null : answer.body;
}

describe.each(contracts.map((contract) => [contract.name, contract] as const))('%s', (_, contract) => {
  test('answers whatever is sent, and what it does not take it refuses in both languages', async () => {
    const usual = admittedInput(contract, known);
    const failures: unknown[] = [];
    for (const input of [usual, ...extremeInputs(contract, known), ...hostileInputs(usual)]) {
      const problem = problemIn(await send(contract, input));
      if (problem !== null) failures.push({ problem, input: JSON.stringify(input).slice(0, 300) });
    }
    expect(failures).toEqual([]);
  });
});

describe('a body that is no object', () => {
  const bodies = ['', 'null', '[]', '5', '"text"', '{', '{"a":1}{', '{"__proto__":{"admin":true}}', '['.repeat(50_000)];
  test.each(bodies.map((body) => [body.slice(0, 30), body] as const))('%s is refused', async (_, body) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: '/api/v1/customers',
      headers: { cookie: everyone.cookie, 'content-type': 'application/json', 'idempotency-key': 'no-object-at-all' },
      payload: body,
    });
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(problemIn(answer)).toBeNull();
  });

  test('nor is one of another type or beyond the size', async () => {
    const post = (type: string, payload: string | Buffer) =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/customers',
        headers: { cookie: everyone.cookie, 'content-type': type, 'idempotency-key': 'of-another-type' },
        payload,
      });
    const answers = [
      await post('text/xml', '<a/>'),
      await post('application/json', Buffer.alloc(30_000_000, 0x20)),
      await post('multipart/form-data; boundary=x', '--x\r\nnonsense'),
      await post('application/x-www-form-urlencoded', 'a=1'),
    ];
    expect(answers.map(problemIn)).toEqual([null, null, null, null]);
    for (const { statusCode } of answers) expect(statusCode).toBeGreaterThanOrEqual(400);
  });
});
