import { randomUUID } from 'node:crypto';
import { staffRoleNames, type StaffRole } from '#domain/kernel/role.ts';
import { firstRunContract } from '#domain/staff/sign-in.contract.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import type { ImportKind } from '#domain/import/import.ts';
import { apiClient, type ApiClient } from '#e2e/journey/api-client.ts';
import { openSession, type Person } from '#e2e/journey/people.ts';

const password = 'a-long-enough-password';
const administrator = 'liu.guan';

type Opening = { readonly url: string; readonly firstRunToken: string | null };

/**
 * A real store as its administrator makes it on the first day, from nothing but the token: people, a team, bays, operations,
 * parts and their stock. Answers everyone, signed in.
 */
export async function openStore({ url, firstRunToken }: Opening): Promise<Person[]> {
  const api = apiClient({ baseUrl: url, checkAnswers: true });
  const owner = { username: administrator, password, name: '刘管理' };
  await api.send(firstRunContract, { token: firstRunToken ?? '', storeName: '江城店', ...owner });
  const admin = await openSession(api, administrator, password);
  await hire(admin.api);
  for (const name of ['一号工位', '二号工位'])
    await admin.api.send(staffContracts.createBay, { name, kind: 'lift', trade: null });
  for (const [kind, rows] of Object.entries(lists)) await bring(url, kind as ImportKind, rows);
  const hired = others.map((role) => openSession(api, role, password));
  return [admin, ...(await Promise.all(hired))];
}

const others = staffRoleNames.filter((role) => role !== 'admin');
const inTheTeam: readonly StaffRole[] = ['technician', 'team_leader'];

async function hire(admin: ApiClient): Promise<void> {
  const trades = ['mechanical_electrical'] as const;
  const team = await admin.send(staffContracts.createTeam, { name: '机电一组', trades: [...trades] });
  for (const role of others) {
    const works = inTheTeam.includes(role);
    await admin.send(staffContracts.createPerson, {
      username: role,
      password,
      roles: [role],
      name: `${role} 员`,
      phone: null,
      teamId: works ? team.id : null,
      leadsTeam: role === 'team_leader',
      trades: works ? [...trades] : [],
    });
  }
}

const lists: Readonly<Partial<Record<ImportKind, readonly string[]>>> = {
  labour_operations: [
    '编码,名称,工种,类别,维修类别,工时定额',
    'MA01,更换机油及机油滤清器,机电,保养,维护,0.5',
    'BR01,更换前制动片,机电,制动,小修,1.2',
    'TY01,更换轮胎,机电,轮胎,小修,0.4',
    'AC01,清洗空调,机电,空调,维护,0.6',
  ],
  parts: [
    '编码,名称,单位,来源,单价,库位',
    'F1,机油滤清器,个,原厂,48.00,A-01',
    'P1,前制动片,副,原厂,320.00,A-02',
    'W1,雨刮片,副,同质,60.00,A-03',
  ],
  opening_stock: ['配件编码,数量,成本单价', 'F1,20,30.00', 'P1,20,200.00', 'W1,20,35.00'],
};

/** Uploads a list and brings it in, as the page of imports does. */
async function bring(url: string, kind: ImportKind, rows: readonly string[]): Promise<void> {
  const session = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: administrator, password }),
  });
  const cookie = session.headers.getSetCookie().map((each) => each.split(';', 1)[0]);
  const post = async (path: string, body: FormData | string) => {
    const type: Record<string, string> = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    const headers = { cookie: cookie.join('; '), 'idempotency-key': randomUUID(), ...type };
    const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as { readonly importId: string; readonly version: number };
  };
  const form = new FormData();
  form.set('kind', kind);
  form.set('file', new Blob([rows.join('\r\n')]), `${kind}.csv`);
  const { importId, version } = await post('/imports', form);
  await post(`/imports/${importId}/apply`, JSON.stringify({ version, skipBad: false }));
}
