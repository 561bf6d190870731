import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type Connection } from '#db/connect.ts';
import type { DatabaseUrls } from '#db/prepare.ts';
import { createSignIn, hashPassword } from '#db/sign-in.ts';
import { createTestDatabase } from '#db/testing/test-database.ts';
import type { StaffRole } from '#domain/kernel/role.ts';
import { defaultSettings } from '#domain/store/settings.ts';
import { assemble } from '#server/assemble.ts';
import { buildApp, type AppOptions } from '#server/http/app.ts';
import type { Binding } from '#server/http/bind.ts';
import { newId } from '#server/http/call.ts';
import type { ServerDeps } from '#server/http/server-deps.ts';
import { routes } from '#server/routes.ts';

type Options = Partial<Pick<AppOptions, 'requestsPerMinute' | 'triesPerMinute' | 'liveStreams' | 'pages' | 'ready'>> & {
  /** The product's own by default. */
  readonly bindings?: readonly Binding[];
  readonly now?: () => string;
  readonly publicUrl?: string;
};

type Sending = { readonly key?: string | null; readonly headers?: Record<string, string> };

/** Somebody signed in, or a customer with a link. */
export type Client = {
  query: (path: string, sending?: Sending) => Promise<LightMyRequestResponse>;
  /** Sends a new Idempotency-Key unless one is named; null sends none. */
  command(path: string, body: object, sending?: Sending): Promise<LightMyRequestResponse>;
};

export type TestPerson = Client & {
  readonly userId: string;
  readonly staffId: string;
  readonly cookie: string;
  readonly username: string;
};

export type TestServer = {
  readonly app: FastifyInstance;
  readonly deps: ServerDeps;
  /** As the owner, whom no policy stops. */
  readonly owner: Connection;
  readonly urls: DatabaseUrls;
  /** A store with settings. */
  addStore: (name?: string) => Promise<string>;
  /** Active staff with roles, signed in. */
  addPerson(storeId: string, roles: readonly StaffRole[], name?: string): Promise<TestPerson>;
  /** A client with these headers. */
  client(headers: Record<string, string>): Client;
  /** After rows were changed by hand: what the server keeps in memory of them is forgotten. */
  forgetKept(): void;
  close(): Promise<void>;
};

const password = 'correct horse';
let hash: Promise<string> | undefined;

/** The whole server on a database of its own, asked through HTTP without a port. */
export async function startTestServer(options: Options = {}): Promise<TestServer> {
  const urls = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'jiaoche-files-'));
  const secret = 'a-secret-of-the-tests-that-is-long-enough';
  const { deps, close } = await assemble({
    urls,
    dataDir,
    secret,
    secure: false,
    checkAnswers: true,
    publicUrl: options.publicUrl,
    poolSize: 8,
    ...(options.now && { now: options.now }),
  });
  const app = await buildApp({ ...usual, ...options, deps, bindings: options.bindings ?? routes });
  const owner = connect(urls.ownerUrl, { max: 2 });
  const client = (headers: Record<string, string>) => clientOf(app, headers);
  return {
    app,
    deps,
    owner,
    urls,
    client,
    addStore: (name = '测试店') => addStore(owner, name),
    addPerson: (storeId, roles, name = '测试员') => addPerson({ app, owner }, { storeId, roles, name }),
    forgetKept: () => deps.database.kept?.forget(),
    async close() {
      await app.close();
      await close();
      await owner.close();
      await urls.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const usual = {
  pages: { folder: join(tmpdir(), 'jiaoche-no-pages'), ready: Promise.resolve() },
  ready: {},
  logLevel: 'silent',
  publicUrl: undefined,
  secure: false,
  trustProxy: false,
  tls: null,
  requestsPerMinute: 0,
  triesPerMinute: 1000,
  liveStreams: 100,
};

function clientOf(app: FastifyInstance, headers: Record<string, string>): Client {
  return {
    query: (path, sending) =>
      app.inject({ method: 'GET', url: `/api/v1${path}`, headers: { ...headers, ...sending?.headers } }),
    command: (path, body, { key = newId(), headers: more } = {}) => {
      const keyed = key === null ? {} : { 'idempotency-key': key };
      const request: InjectOptions = {
        method: 'POST',
        url: `/api/v1${path}`,
        payload: body,
        headers: { ...headers, ...keyed, ...more },
      };
      return app.inject(request);
    },
  };
}

async function addStore({ db }: Connection, name: string): Promise<string> {
  const storeId = newId();
  await db.insertInto('store').values({ store_id: storeId, name }).execute();
  await db
    .insertInto('store_setting')
    .values({ store_id: storeId, settings: JSON.stringify(defaultSettings) })
    .execute();
  return storeId;
}

type NewPerson = { readonly storeId: string; readonly roles: readonly StaffRole[]; readonly name: string };

async function addPerson(
  at: { app: FastifyInstance; owner: Connection },
  { storeId, roles, name }: NewPerson,
): Promise<TestPerson> {
  const { db } = at.owner;
  const staffId = newId();
  const username = `t${staffId.slice(-12)}`;
  hash ??= hashPassword(password);
  const userId = await createSignIn(db, { username, name, passwordHash: await hash });
  await db
    .insertInto('staff')
    .values({ store_id: storeId, staff_id: staffId, user_id: userId, username, name })
    .execute();
  const memberships = roles.map((role) => ({ store_id: storeId, user_id: userId, role }));
  if (memberships.length > 0) await db.insertInto('membership').values(memberships).execute();
  const cookie = await signIn(at.app, username);
  return { userId, staffId, username, cookie, ...clientOf(at.app, { cookie }) };
}

async function signIn(app: FastifyInstance, username: string): Promise<string> {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { username, password } });
  if (answer.statusCode !== 200) throw new Error(`signing in failed: ${answer.body}`);
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}
