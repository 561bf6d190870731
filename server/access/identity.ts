import { APIError } from 'better-auth/api';
import { sql } from 'kysely';
import { Pool } from 'pg';
import type { Connection } from '#db/connect.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { staffRoleNames, type StaffRole } from '#domain/kernel/role.ts';
import type { Language } from '#server/http/language.ts';
import { BriefCache } from '#server/access/brief-cache.ts';
import { cookiePrefix, signInLibrary } from '#server/access/sign-in-library.ts';

export type StoreOfPerson = {
  readonly storeId: string;
  readonly name: string;
  readonly nameEn: string;
  readonly isDemo: boolean;
  readonly staffId: string;
  readonly staffName: string;
  readonly roles: readonly StaffRole[];
};

export type Person = {
  readonly userId: string;
  readonly username: string;
  readonly name: string;
  readonly language: Language;
  readonly stores: readonly StoreOfPerson[];
};

type Credentials = { readonly username: string; readonly password: string };

/** Who is signed in, by the session cookie. */
export type Identity = {
  readonly cookieName: string;
  /** The person of a session cookie's value, remembered for five seconds; null when it opens nothing. */
  personOf: (cookie: string) => Promise<Person | null>;
  /** The cookie to set; refusal `credentials_wrong`. */
  signIn: (credentials: Credentials, userAgent: string | undefined) => Promise<{ setCookie: string } | Refusal>;
  /** The cookie that clears it. */
  signOut(cookie: string): Promise<{ setCookie: string[] }>;
  /** Roles or people changed: ask again. */
  forgetPeople: () => void;
  close(): Promise<void>;
};

export type IdentitySettings = {
  readonly appUrl: string;
  readonly database: Connection;
  readonly secret: string;
  readonly secure: boolean;
};

const rememberedMs = 5_000;

/** The library reads times as Date, so it has a small pool of its own, with the driver's own parsers. */
export function createIdentity({ appUrl, database, secret, secure }: IdentitySettings): Identity {
  const pool = new Pool({ connectionString: appUrl, max: 3 });
  pool.on('error', () => {});
  const library = signInLibrary({ pool, secret, secure });
  const people = new BriefCache<Person | null>(rememberedMs);
  const cookieName = `${secure ? '__Secure-' : ''}${cookiePrefix}.session_token`;
  const headers = (cookie: string) => new Headers({ cookie: `${cookieName}=${encodeURIComponent(cookie)}` });
  return {
    cookieName,
    personOf: (cookie) =>
      people.read(cookie, async () => personOf(database, await library.api.getSession({ headers: headers(cookie) }))),
    signIn: (credentials, userAgent) => signIn(library, credentials, userAgent),
    signOut: async (cookie) => {
      const { headers: answer } = await library.api.signOut({ headers: headers(cookie), returnHeaders: true });
      people.forget(cookie);
      return { setCookie: answer.getSetCookie() };
    },
    forgetPeople: () => people.clear(),
    close: () => pool.end(),
  };
}

type Library = ReturnType<typeof signInLibrary>;
type Session = Awaited<ReturnType<Library['api']['getSession']>>;

async function signIn(
  library: Library,
  body: Credentials,
  userAgent: string | undefined,
): Promise<{ setCookie: string } | Refusal> {
  try {
    const { headers } = await library.api.signInUsername({
      body,
      headers: new Headers(userAgent === undefined ? {} : { 'user-agent': userAgent.slice(0, 300) }),
      returnHeaders: true,
    });
    return { setCookie: headers.getSetCookie()[0] ?? '' };
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refuse('credentials_wrong');
    throw error;
  }
}

async function personOf(database: Connection, session: Session): Promise<Person | null> {
  if (!session) return null;
  const { id, name, username, language } = session.user;
  return {
    userId: id,
    username: username ?? '',
    name,
    language: language === 'en' ? 'en' : 'zh',
    stores: await storesOf(database, id),
  };
}

type StoreRow = {
  store_id: string;
  store_name: string;
  store_name_en: string;
  is_demo: boolean;
  staff_id: string;
  staff_name: string;
  roles: string[];
};

async function storesOf({ db }: Connection, userId: string): Promise<StoreOfPerson[]> {
  const { rows } = await sql<StoreRow>`select * from stores_of_user(${userId})`.execute(db);
  return rows.map((row) => ({
    storeId: row.store_id,
    name: row.store_name,
    nameEn: row.store_name_en,
    isDemo: row.is_demo,
    staffId: row.staff_id,
    staffName: row.staff_name,
    roles: staffRoleNames.filter((role) => row.roles.includes(role)),
  }));
}
