import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins/username';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';

export type SignInSettings = {
  readonly pool: Pool;
  readonly secret: string;
  /** Cookies are marked Secure when people arrive by https. */
  readonly secure: boolean;
};

const day = 24 * 60 * 60;
const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

export const cookiePrefix = 'jiaoche';

/** Identities and sessions alone; it serves no routes, and what a person may do is `membership`'s matter. */
export const signInLibrary = ({ pool, secret, secure }: SignInSettings) =>
  betterAuth({
    appName: 'jiaoche',
    baseURL: 'http://localhost',
    secret,
    database: { db: new Kysely({ dialect: new PostgresDialect({ pool }) }), type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 40,
        usernameValidator: (text) => /^[\p{L}\p{N}_.-]+$/u.test(text),
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
    ],
    user: {
      modelName: 'sign_in_user',
      fields: { ...stamps, emailVerified: 'email_verified' },
      additionalFields: { language: { type: 'string', required: false, input: false } },
    },
    account: {
      modelName: 'sign_in_account',
      fields: {
        ...stamps,
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
      },
    },
    session: {
      modelName: 'sign_in_session',
      fields: {
        ...stamps,
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
      },
      expiresIn: 7 * day,
      updateAge: day,
    },
    verification: { modelName: 'sign_in_verification', fields: { ...stamps, expiresAt: 'expires_at' } },
    advanced: { cookiePrefix, useSecureCookies: secure, defaultCookieAttributes: { sameSite: 'lax', httpOnly: true } },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
  });
