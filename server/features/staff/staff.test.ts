import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meeting } from '#server/testing/meeting.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;
let storeId: string;
let admin: TestPerson;
let manager: TestPerson;

beforeAll(async () => {
  server = await startTestServer();
  storeId = await server.addStore();
  admin = await server.addPerson(storeId, ['admin'], '管理员');
  manager = await server.addPerson(storeId, ['service_manager'], '经理');
});
afterAll(() => server.close());

const details = {
  name: '王技师',
  phone: '16100000001',
  teamId: null,
  leadsTeam: false,
  trades: ['mechanical_electrical'],
  slots: 1,
};
const employ = (username: string, roles: readonly string[]) =>
  admin.command('/people', { ...details, username, password: 'a long password', roles });
const signIn = (username: string, password: string) =>
  server.app.inject({ method: 'POST', url: '/api/v1/session', payload: { username, password } });
type Listed = { staffId: string; username: string; version: number; roles: string[]; phone: string };
const personOf = async (username: string): Promise<Listed> => {
  const { items } = (await manager.query(`/people?search=${username}&inactive=true`)).json();
  return items[0];
};

describe('people', () => {
  test('are employed with a way to sign in and with roles (R003)', async () => {
    expect((await employ('Wang.01', ['technician', 'team_leader'])).statusCode).toBe(200);
    expect((await signIn('wang.01', 'a long password')).statusCode).toBe(200);
    expect(await personOf('wang.01')).toMatchObject({ roles: ['team_leader', 'technician'], phone: '161****0001' });
  });

  test('do not share a username', async () => {
    expect((await employ('WANG.01', ['advisor'])).json()).toMatchObject({ code: 'username_taken', field: 'username' });
  });

  test('are managed by the administrator alone', async () => {
    const answer = await manager.command('/people', {
      ...details,
      username: 'x1',
      password: 'a long password',
      roles: [],
    });
    expect(answer.json()).toMatchObject({ code: 'forbidden' });
  });

  test('are offered for picking by role while they are active', async () => {
    const { id } = (await employ('li.01', ['inspector'])).json();
    const ids = async () =>
      (await manager.query('/staff?role=inspector')).json().items.map((each: Listed) => each.staffId);
    expect(await ids()).toEqual([id]);
    await admin.command(`/people/${id}/active`, { version: 1, active: false });
    expect(await ids()).toEqual([]);
  });

  test('change name and trades by the version that was seen', async () => {
    const { staffId, version } = await personOf('wang.01');
    const wish = { ...details, name: '王师傅', trades: ['body', 'paint'], version };
    expect((await admin.command(`/people/${staffId}`, wish)).statusCode).toBe(200);
    expect((await admin.command(`/people/${staffId}`, wish)).json()).toMatchObject({ code: 'stale_version' });
    const { items } = (await manager.query('/staff?role=technician')).json();
    expect(items[0]).toMatchObject({ name: '王师傅', trades: ['body', 'paint'] });
  });

  test('lose what a role allowed at once', async () => {
    const second = await server.addPerson(storeId, ['admin', 'advisor']);
    expect((await second.query('/people')).statusCode).toBe(200);
    const roles = await admin.command(`/people/${second.staffId}/roles`, { version: 1, roles: ['advisor'] });
    expect(roles.statusCode).toBe(200);
    const stale = await admin.command(`/people/${second.staffId}/roles`, { version: 1, roles: ['advisor'] });
    expect(stale.json()).toMatchObject({ code: 'stale_version' });
    const listed = (await manager.query(`/people?search=${second.username}`)).json();
    expect(listed.items[0].roles).toEqual(['advisor']);
  });

  test('never remove the last administrator, nor two each other at the same time', async () => {
    const mine = { version: 1, roles: ['advisor'] };
    expect((await admin.command(`/people/${admin.staffId}/roles`, mine)).json()).toMatchObject({ code: 'last_admin' });
    const off = { version: 1, active: false };
    expect((await admin.command(`/people/${admin.staffId}/active`, off)).json()).toMatchObject({ code: 'last_admin' });
    const other = await server.addPerson(storeId, ['admin']);
    const place = { table: 'staff', column: 'store_id', id: storeId };
    const answers = await meeting(server, place, [
      () => admin.command(`/people/${other.staffId}/active`, off),
      () => other.command(`/people/${admin.staffId}/active`, off),
    ]);
    expect(answers.map((answer) => answer.json<{ code?: string }>().code ?? 'ok').toSorted()).toEqual([
      'last_admin',
      'ok',
    ]);
    await server.owner.db
      .updateTable('staff')
      .set({ active: true, version: 1 })
      .where('store_id', '=', storeId)
      .execute();
  });

  test('get a new password, and the old one and its sessions end', async () => {
    await employ('zhao.01', ['advisor']);
    const { staffId } = await personOf('zhao.01');
    await admin.command(`/people/${staffId}/password`, { password: 'another password' });
    expect((await signIn('zhao.01', 'a long password')).statusCode).toBe(401);
    expect((await signIn('zhao.01', 'another password')).statusCode).toBe(200);
  });

  test('of another store are not found', async () => {
    const elsewhere = await server.addPerson(await server.addStore('别店'), ['admin']);
    const answer = await elsewhere.command(`/people/${admin.staffId}/password`, { password: 'another password' });
    expect(answer.json()).toMatchObject({ code: 'not_found' });
  });
});

describe('teams and bays', () => {
  test('are made and changed by version', async () => {
    const { id } = (await manager.command('/teams', { name: '机电一组', trades: ['mechanical_electrical'] })).json();
    const wish = { version: 1, active: false, name: '机电组', trades: [] };
    expect((await manager.command(`/teams/${id}`, wish)).json()).toEqual({ id, version: 2 });
    expect((await manager.command(`/teams/${id}`, wish)).json()).toMatchObject({ code: 'stale_version' });
    expect((await manager.query('/teams')).json().items).toEqual([]);
    expect((await manager.query('/teams?inactive=true')).json().items).toMatchObject([{ name: '机电组' }]);
  });

  test('a bay is of a kind, for a trade, exclusive or not', async () => {
    const bay = { name: '1 号工位', kind: 'lift', trade: 'mechanical_electrical', sort: 1 };
    const { id } = (await manager.command('/bays', bay)).json();
    expect((await manager.query('/bays')).json().items).toMatchObject([{ bayId: id, ...bay, exclusive: true }]);
    const wish = { ...bay, version: 1, active: true, exclusive: false };
    expect((await manager.command(`/bays/${id}`, wish)).json()).toEqual({ id, version: 2 });
    expect((await manager.command(`/bays/${id}`, wish)).json()).toMatchObject({ code: 'stale_version' });
    const none = await manager.command('/bays/0199a000-0000-7000-8000-000000000000', wish);
    expect(none.json()).toMatchObject({ code: 'not_found' });
  });

  test('people join a team of their own store, and no other one', async () => {
    const elsewhere = await server.addPerson(await server.addStore('外店'), ['service_manager']);
    const theirs = (await elsewhere.command('/teams', { name: '外店一组', trades: [] })).json<{ id: string }>();
    const own = (await manager.command('/teams', { name: '本店一组', trades: [] })).json<{ id: string }>();
    const joining = (teamId: string, username: string) =>
      admin.command('/people', { ...details, teamId, username, password: 'a long password', roles: ['technician'] });
    const refused = (await joining(theirs.id, 'sun.01')).json();
    expect(refused).toMatchObject({ code: 'team_unknown', field: 'teamId', zh: expect.stringContaining(theirs.id) });
    expect((await joining(own.id, 'sun.01')).statusCode).toBe(200);
    const { staffId, version } = await personOf('sun.01');
    const moved = await admin.command(`/people/${staffId}`, { ...details, teamId: theirs.id, version });
    expect(moved.json()).toMatchObject({ code: 'team_unknown' });
  });
});
