import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let store: string;
let advisor: TestPerson;

beforeAll(async () => {
  server = await startTestServer({ triesPerMinute: 5 });
  store = await server.addStore('海淀店');
  advisor = await server.addPerson(store, ['advisor', 'cashier'], '王工');
});
afterAll(() => server.close());

const signIn = (username: string, password: string) =>
  server.client({}).command('/session', { username, password }, { key: null });

describe('a session', () => {
  test('is kept in a cookie that scripts and other sites cannot use', async () => {
    const answer = await signIn(advisor.username.toUpperCase(), 'correct horse');
    expect(answer.statusCode).toBe(200);
    expect(answer.cookies).toMatchObject([
      { name: 'jiaoche.session_token', httpOnly: true, sameSite: 'Lax', path: '/' },
    ]);
  });

  test('tells who is signed in, where and in which roles', async () => {
    expect((await advisor.query('/session')).json()).toEqual({
      person: {
        username: advisor.username,
        name: '王工',
        language: 'zh',
        activeStoreId: store,
        stores: [
          {
            storeId: store,
            name: '海淀店',
            nameEn: '',
            isDemo: false,
            staffId: advisor.staffId,
            staffName: '王工',
            roles: ['advisor', 'cashier'],
          },
        ],
      },
    });
    expect((await server.client({}).query('/session')).json()).toEqual({ person: null });
  });

  test('remembers the language', async () => {
    await advisor.command('/session/language', { language: 'en' });
    expect((await advisor.query('/session')).json()).toMatchObject({ person: { language: 'en' } });
  });

  test('ends at once when it is signed out', async () => {
    const leaving = await server.addPerson(store, ['guard']);
    await leaving.query('/session');
    const answer = await leaving.command('/session/end', {});
    expect(answer.cookies).toContainEqual(expect.objectContaining({ name: 'jiaoche.session_token', value: '' }));
    expect((await leaving.query('/session')).json()).toEqual({ person: null });
  });

  test('has no store for somebody who left', async () => {
    const left = await server.addPerson(store, ['guard']);
    await server.owner.db.updateTable('staff').set({ active: false }).where('staff_id', '=', left.staffId).execute();
    server.deps.access.identity.forgetPeople();
    expect((await left.query('/session')).json()).toMatchObject({ person: { stores: [], activeStoreId: null } });
  });
});

test('a wrong password and an unknown username are told alike, and few tries are allowed', async () => {
  const wrong = await signIn(advisor.username, 'battery staple');
  const unknown = await signIn('nobody.here', 'battery staple');
  expect([wrong.statusCode, wrong.body]).toEqual([401, unknown.body]);
  expect(wrong.json()).toMatchObject({ code: 'credentials_wrong' });
  const codes: number[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1) codes.push((await signIn('guessed', 'battery staple')).statusCode);
  expect(codes).toEqual([401, 401, 401, 401, 401, 429]);
});

describe('a password of one’s own', () => {
  const cookieOf = (answer: { cookies: { name: string; value: string }[] }) =>
    answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
  const change = (cookie: string, current: string) =>
    server.client({ cookie }).command('/session/password', { current, password: 'of my own' }, { key: null });

  test('is chosen with the present one; whoever else was signed in with that is signed out', async () => {
    const { username } = await server.addPerson(store, ['guard']);
    const [here, elsewhere] = [
      cookieOf(await signIn(username, 'correct horse')),
      cookieOf(await signIn(username, 'correct horse')),
    ];
    expect((await change(here, 'not mine')).json()).toMatchObject({ code: 'password_wrong', field: 'current' });
    const changed = await change(here, 'correct horse');
    expect(changed.statusCode).toBe(200);
    const who = async (cookie: string) =>
      (await server.client({ cookie }).query('/session')).json<{ person: object | null }>();
    expect(await who(elsewhere)).toEqual({ person: null });
    expect(await who(cookieOf(changed))).toMatchObject({ person: { username } });
    expect((await signIn(username, 'correct horse')).statusCode).toBe(401);
  });

  test('is not chosen by somebody who is not signed in', async () => {
    expect((await change('', 'correct horse')).json()).toMatchObject({ code: 'unauthenticated' });
  });
});

describe('the first run', () => {
  const wish = { storeName: '首店', username: 'Boss', name: '李总', password: 'long enough' };
  let fresh: TestServer;
  beforeAll(async () => {
    fresh = await startTestServer();
  });
  afterAll(() => fresh.close());
  const open = (token: string, more = {}) =>
    fresh.client({}).command('/first-run', { ...wish, ...more, token }, { key: null });

  test('needs the token printed at start', async () => {
    expect((await fresh.client({}).query('/first-run')).json()).toEqual({ needed: true });
    expect((await open('guess')).json()).toMatchObject({ status: 403, code: 'token_wrong', field: 'token' });
  });

  test('makes the store and an administrator who can sign in', async () => {
    const opened = await open(fresh.deps.firstRun.token);
    expect(opened.statusCode).toBe(200);
    const signedIn = await fresh
      .client({})
      .command('/session', { username: 'boss', password: wish.password }, { key: null });
    const cookie = signedIn.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    expect((await fresh.client({ cookie }).query('/session')).json()).toMatchObject({
      person: { name: '李总', stores: [{ ...opened.json<object>(), name: '首店', roles: ['admin'] }] },
    });
  });

  test('is refused when it is done', async () => {
    expect((await fresh.client({}).query('/first-run')).json()).toEqual({ needed: false });
    expect((await open(fresh.deps.firstRun.token, { username: 'second' })).json()).toMatchObject({
      status: 409,
      code: 'first_run_done',
    });
  });
});
