import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { query, type Contract } from '#domain/kernel/contract.ts';
import { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { call } from '#web/api/client.ts';
import { actAsCustomer, chooseStore } from '#web/api/place.ts';
import { ApiRefusal, Unreachable } from '#web/api/refusal.ts';
import { chooseLanguage } from '#web/ui/language.ts';

const startWork: Contract = workshopContracts.startWork;
const list = query({
  name: 'orders.list',
  zh: '工单',
  en: 'Orders',
  path: '/orders',
  callers: 'staff',
  input: z.strictObject({ state: z.string().optional(), ids: z.array(z.string()).optional() }),
  output: z.strictObject({ rows: z.array(z.string()) }),
});
const line = { orderId: 'a b', lineId: 'l1', version: 3, bayId: null };

type Sent = { readonly address: string; readonly init: RequestInit };

function serverThat(...answers: (() => Response)[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    sent.push({ address, init });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    return answer ? Promise.resolve().then(answer) : Promise.reject(new TypeError('no answer'));
  });
  return sent;
}

const json = (status: number, body: unknown) => () => Response.json(body, { status });
const lost = () => {
  throw new TypeError('network');
};
const header = (sent: Sent | undefined, name: string) => new Headers(sent?.init.headers).get(name);

afterEach(() => {
  vi.unstubAllGlobals();
  actAsCustomer(null);
  chooseStore(null);
  chooseLanguage('zh');
});

test('fills path parameters and sends the rest of a command as its body', async () => {
  const sent = serverThat(json(200, {}));
  await call(startWork, line);
  expect(sent[0]?.address).toBe('/api/v1/orders/a%20b/lines/l1/start');
  expect(JSON.parse(String(sent[0]?.init.body as string))).toEqual({ version: 3, bayId: null });
});

test('sends a read as a query, without what is not given', async () => {
  const sent = serverThat(json(200, { rows: [] }));
  await call(list, { state: undefined, ids: ['1', '2'] });
  expect(sent[0]?.address).toBe('/api/v1/orders?ids=1&ids=2');
  expect(header(sent[0], 'idempotency-key')).toBeNull();
});

test('a refusal keeps its code, both languages and the field issues', async () => {
  const issues = [{ field: 'lines.0.qtyMilli', zh: '请填写', en: 'Required' }];
  serverThat(json(422, { code: 'invalid_input', zh: '不正确', en: 'Not right', field: 'lines.0.qtyMilli', issues }));
  const refusal = await call(startWork, line).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(ApiRefusal);
  expect(refusal).toMatchObject({
    code: 'invalid_input',
    status: 422,
    words: { zh: '不正确', en: 'Not right' },
    field: 'lines.0.qtyMilli',
    issues: [{ field: 'lines.0.qtyMilli', words: { zh: '请填写', en: 'Required' } }],
  });
});

test('what a form must choose and nobody chose is asked for beside its field, and nothing is sent', async () => {
  const sent = serverThat(json(200, {}));
  await expect(call(startWork, { ...line, lineId: null })).rejects.toMatchObject({
    code: 'invalid_input',
    field: 'lineId',
    issues: [{ field: 'lineId', words: { zh: '请选择', en: 'Choose one' } }],
  });
  expect(sent).toEqual([]);
});

test('an answer that is no problem document is told as a failure of the server', async () => {
  serverThat(() => new Response('<html>', { status: 502 }));
  await expect(call(startWork, line)).rejects.toMatchObject({ code: 'internal_error', status: 502 });
});

test('a command sent again after a lost answer carries the same key, so that it counts once', async () => {
  const sent = serverThat(lost, json(502, null), json(200, {}), json(200, {}));
  await expect(call(startWork, line)).rejects.toBeInstanceOf(Unreachable);
  await expect(call(startWork, line)).rejects.toBeInstanceOf(ApiRefusal);
  await call(startWork, line);
  await call(startWork, line);
  const keys = sent.map((each) => header(each, 'idempotency-key'));
  expect(keys[0]).toMatch(/^[\w-]{32,}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).toBe(keys[0]);
  expect(keys[3]).not.toBe(keys[0]);
});

test('other content never shares a key', async () => {
  const sent = serverThat(lost, json(200, {}));
  await call(startWork, line).catch(() => null);
  await call(startWork, { ...line, version: 4 });
  expect(header(sent[1], 'idempotency-key')).not.toBe(header(sent[0], 'idempotency-key'));
});

test('staff name their store, a customer only the link to the visit', async () => {
  const sent = serverThat(json(200, { rows: [] }));
  chooseStore('store-1');
  chooseLanguage('en');
  await call(list, {});
  actAsCustomer('token-1');
  await call(list, {});
  expect([header(sent[0], 'store-id'), header(sent[0], 'accept-language')]).toEqual(['store-1', 'en']);
  expect([header(sent[1], 'store-id'), header(sent[1], 'visit-token')]).toEqual([null, 'token-1']);
});
