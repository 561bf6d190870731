import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { query, type Contract } from '#domain/kernel/contract.ts';
import { uuidSchema } from '#domain/kernel/id.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { shortText } from '#domain/kernel/text.ts';
import { bind } from '#server/http/bind.ts';
import { FileAnswer } from '#server/http/file-answer.ts';
import { newId } from '#server/http/call.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

const addTeam = {
  kind: 'command',
  method: 'POST',
  name: 'test.add_team',
  zh: '新增班组',
  en: 'Add team',
  path: '/test/teams/:teamId',
  callers: ['admin'],
  input: z.strictObject({
    teamId: uuidSchema,
    name: shortText,
    slots: z.int().min(1).max(4).optional(),
    shift: z.enum(['day', 'night']).optional(),
  }),
  output: z.strictObject({ teamId: uuidSchema }),
  refusals: ['code_taken'],
} as const satisfies Contract;

const openTeams = query({
  name: 'test.teams',
  zh: '班组',
  en: 'Teams',
  path: '/test/teams',
  callers: 'staff',
  input: z.strictObject({ least: z.int().optional(), names: z.array(z.string()).optional() }),
  output: z.strictObject({ names: z.array(z.string()), least: z.int().nullable(), asked: z.array(z.string()) }),
});

const photograph = {
  kind: 'command',
  method: 'POST',
  name: 'test.photograph',
  zh: '拍照',
  en: 'Photograph',
  path: '/test/photographs',
  callers: 'staff',
  input: z.strictObject({ note: z.string(), count: z.int() }),
  output: z.strictObject({ bytes: z.int(), names: z.array(z.string()) }),
  refusals: [],
} as const satisfies Contract;

const paper = query({
  name: 'test.paper',
  zh: '单据',
  en: 'Paper',
  path: '/test/paper',
  callers: 'staff',
  input: z.strictObject({}),
  output: z.unknown(),
});

const bindings = [
  bind(photograph, async ({ files }) => ({
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    names: files.map(({ name }) => name),
  })),
  bind(
    paper,
    async () =>
      new FileAnswer({ name: '结算单 1.pdf', type: 'application/pdf', body: Buffer.from('%PDF'), inline: true }),
  ),
  bind(addTeam, async ({ tx, actor, changed, enqueue }, { teamId, name }) => {
    if (name === '不许') return refuse('code_taken', { field: 'name' });
    await tx.insertInto('team').values({ store_id: actor.storeId, team_id: teamId, name }).execute();
    changed(`team:${teamId}`);
    enqueue('greet_team', { teamId });
    return { teamId };
  }),
  bind(openTeams, async ({ tx }, { least = null, names = [] }) => {
    const rows = await tx.selectFrom('team').select('name').orderBy('name').execute();
    return { names: rows.map(({ name }) => name), least, asked: names };
  }),
];

let server: TestServer;
let store: string;
let admin: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ bindings: [...bindings, ...(await import('#server/routes.ts')).routes] });
  store = await server.addStore();
  admin = await server.addPerson(store, ['admin']);
});
afterAll(() => server.close());

const teamNames = async (): Promise<string[]> => {
  const { names } = (await admin.query('/test/teams')).json<{ names: string[] }>();
  return names;
};

describe('what is malformed is refused with problem details', () => {
  const post = (payload: string, headers: Record<string, string> = {}) =>
    server.app.inject({
      method: 'POST',
      url: `/api/v1/test/teams/${newId()}`,
      payload,
      headers: { cookie: admin.cookie, 'idempotency-key': newId(), 'content-type': 'application/json', ...headers },
    });

  test.each([
    ['broken JSON', '{"name":', {}, 400, 'malformed_request'],
    ['an empty JSON body', '', {}, 400, 'malformed_request'],
    ['a prototype key', '{"name":"甲","__proto__":{"x":1}}', {}, 400, 'malformed_request'],
    ['another content type', 'name=a', { 'content-type': 'text/csv' }, 415, 'unsupported_media_type'],
    ['a list', '[]', {}, 422, 'invalid_input'],
    ['a body of three megabytes', JSON.stringify({ name: 'x'.repeat(3_000_000) }), {}, 413, 'body_too_large'],
  ])('%s', async (...[, payload, headers, status, code]) => {
    const answer = await post(payload, headers);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({
      status,
      code,
      type: `urn:jiaoche:problem:${code}`,
      zh: expect.any(String),
      en: expect.any(String),
    });
    expect(answer.statusCode).toBe(status);
  });

  test('an unknown field, a wrong type and a missing field are named', async () => {
    const answer = await admin.command(`/test/teams/${newId()}`, { slots: '2', hue: 'red' });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<{ issues: unknown[] }>().issues).toEqual([
      { field: 'name', zh: '请填写', en: 'Required' },
      { field: 'slots', zh: '应为数字', en: 'Must be a number' },
      { field: 'hue', zh: '没有此字段', en: 'No such field' },
    ]);
  });

  test('what a form leaves empty is asked for, not described', async () => {
    const answer = await admin.command(`/test/teams/${newId()}`, { name: null, shift: null });
    expect(answer.json<{ issues: unknown[] }>().issues).toEqual([
      { field: 'name', zh: '请填写', en: 'Required' },
      { field: 'shift', zh: '请选择', en: 'Choose one' },
    ]);
  });

  test('a field that comes in the path and in the body', async () => {
    const answer = await admin.command(`/test/teams/${newId()}`, { name: '甲', teamId: newId() });
    expect(answer.json()).toMatchObject({ code: 'invalid_input', field: 'teamId' });
  });

  test('a bad URL encoding, an unknown address and a wrong method', async () => {
    expect((await server.app.inject('/api/v1/test/%zz')).statusCode).toBe(400);
    expect((await server.app.inject('/api/v1/nowhere')).json()).toMatchObject({ status: 404, code: 'not_found' });
    const wrong = await server.app.inject({ method: 'DELETE', url: '/api/v1/test/teams' });
    expect(wrong.json()).toMatchObject({ status: 405, code: 'method_not_allowed' });
    expect(wrong.headers['allow']).toBe('GET');
  });

  test('the sentence follows Accept-Language, Chinese first', async () => {
    const ask = (language: string) =>
      server.app.inject({ url: '/api/v1/test/teams', headers: { 'accept-language': language } });
    expect((await ask('fr')).json<{ detail: string }>().detail).toBe('请先登录。');
    expect((await ask('en-GB,zh;q=0.5')).json<{ detail: string }>().detail).toBe('Please sign in.');
  });
});

test('numbers and lists of a query are read from text', async () => {
  expect((await admin.query('/test/teams?least=3&names=a')).json()).toMatchObject({ least: 3, asked: ['a'] });
  expect((await admin.query('/test/teams?least=many')).statusCode).toBe(422);
});

describe('a command sent twice has one effect', () => {
  test('a missing or short key is refused', async () => {
    for (const key of [null, 'short']) {
      const answer = await admin.command(`/test/teams/${newId()}`, { name: '甲' }, { key });
      expect(answer.json()).toMatchObject({ status: 400, code: 'idempotency_key_missing' });
    }
  });

  test('the same key with the same body answers again', async () => {
    const teamId = newId();
    const key = newId();
    const first = await admin.command(`/test/teams/${teamId}`, { name: '一班' }, { key });
    const second = await admin.command(`/test/teams/${teamId}`, { name: '一班' }, { key });
    expect([first.json(), second.json()]).toEqual([{ teamId }, { teamId }]);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect((await teamNames()).filter((name) => name === '一班')).toHaveLength(1);
  });

  test('the same key with another body is refused', async () => {
    const key = newId();
    await admin.command(`/test/teams/${newId()}`, { name: '二班' }, { key });
    const reused = await admin.command(`/test/teams/${newId()}`, { name: '三班' }, { key });
    expect(reused.json()).toMatchObject({ status: 422, code: 'idempotency_key_reused' });
    expect(await teamNames()).not.toContain('三班');
  });

  test('two at the same moment, even where the table itself would allow both', async () => {
    const key = newId();
    const path = `/test/teams/${newId()}`;
    const answers = await Promise.all(Array.from({ length: 4 }, () => admin.command(path, { name: '四班' }, { key })));
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    expect((await teamNames()).filter((name) => name === '四班')).toHaveLength(1);
  });

  test('a refusal leaves nothing behind and may be tried again with the same key', async () => {
    const key = newId();
    const path = `/test/teams/${newId()}`;
    expect((await admin.command(path, { name: '不许' }, { key })).json()).toMatchObject({
      status: 409,
      code: 'code_taken',
      field: 'name',
    });
    expect((await admin.command(path, { name: '五班' }, { key })).statusCode).toBe(200);
  });
});

test('a constraint that slips through is a conflict, not a failure', async () => {
  const path = `/test/teams/${newId()}`;
  await admin.command(path, { name: '六班' });
  expect((await admin.command(path, { name: '六班' })).json()).toMatchObject({ status: 409, code: 'conflict' });
});

test('a job is added in the transaction of the command', async () => {
  const teamId = newId();
  await admin.command(`/test/teams/${teamId}`, { name: '七班' });
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from graphile_worker._private_jobs where payload->>'teamId' = ${teamId}`.execute(
    server.owner.db,
  );
  expect(rows[0]?.n).toBe(1);
});

describe('who may call', () => {
  test('nobody without a session', async () => {
    expect((await server.client({}).query('/test/teams')).json()).toMatchObject({
      status: 401,
      code: 'unauthenticated',
    });
    expect((await server.client({ cookie: 'jiaoche.session_token=forged.x' }).query('/test/teams')).statusCode).toBe(
      401,
    );
  });

  test('nobody in another role', async () => {
    const washer = await server.addPerson(store, ['washer']);
    expect((await washer.command(`/test/teams/${newId()}`, { name: '八班' })).json()).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
  });

  test('nobody in a store that is not theirs', async () => {
    const elsewhere = await server.addStore('别家店');
    const stranger = await server.addPerson(elsewhere, ['admin']);
    expect((await stranger.query('/test/teams')).json()).toMatchObject({ names: [] });
    const asked = await stranger.query('/test/teams', { headers: { 'store-id': store } });
    expect(asked.json()).toMatchObject({ status: 403, code: 'forbidden' });
  });

  test('no page of another site', async () => {
    const send = (headers: Record<string, string>) =>
      admin.command(`/test/teams/${newId()}`, { name: '外站' }, { headers });
    expect((await send({ origin: 'https://evil.example' })).json()).toMatchObject({
      status: 403,
      code: 'foreign_origin',
    });
    expect((await send({ origin: 'null' })).statusCode).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await send({ origin: 'http://localhost:80' })).statusCode).toBe(200);
  });
});

async function photographed(form: FormData) {
  const encoded = new Response(form);
  return server.app.inject({
    method: 'POST',
    url: '/api/v1/test/photographs',
    payload: Buffer.from(await encoded.arrayBuffer()),
    headers: {
      cookie: admin.cookie,
      'idempotency-key': newId(),
      'content-type': encoded.headers.get('content-type') ?? '',
    },
  });
}

test('files come with the fields beside them', async () => {
  const form = new FormData();
  form.append('input', JSON.stringify({ note: '左前门', count: 2 }));
  for (const name of ['一.jpg', '二.jpg']) form.append('photo', new Blob(['abc'], { type: 'image/jpeg' }), name);
  expect((await photographed(form)).json()).toEqual({ bytes: 6, names: ['一.jpg', '二.jpg'] });
});

test('a field that comes twice beside files is refused, so that none hides the other', async () => {
  const form = new FormData();
  form.append('input', JSON.stringify({ note: '左前门', count: 2 }));
  form.append('note', '右前门');
  expect((await photographed(form)).json()).toMatchObject({ code: 'invalid_input', field: 'note' });
});

test('a paper is answered as a file with its Chinese name', async () => {
  const answer = await admin.query('/test/paper');
  expect(answer.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="___ 1.pdf"; filename*=UTF-8''${encodeURIComponent('结算单 1.pdf')}`,
  });
  expect(answer.body).toBe('%PDF');
});
