import { resolve } from 'node:path';
import { z } from 'zod';

const flag = (byDefault: '0' | '1') =>
  z
    .enum(['0', '1', 'true', 'false'])
    .default(byDefault)
    .transform((text) => text === '1' || text === 'true');
const optional = z
  .string()
  .optional()
  .transform((text) => (text === '' ? undefined : text));

const environment = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((path) => resolve(path)),
  DATABASE_URL: optional,
  DEMO: flag('1'),
  PUBLIC_URL: optional.pipe(z.url().optional()),
  TLS_CERT: optional,
  TLS_KEY: optional,
  TRUST_PROXY: flag('0'),
  SESSION_SECRET: optional.pipe(z.string().min(32).optional()),
  SMTP_URL: optional.pipe(z.url({ protocol: /^smtps?$/ }).optional()),
  SCHEDULES: flag('1'),
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).optional(),
  LIVE_STREAMS: z.coerce.number().int().min(1).default(1_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
});

/** The settings of a server (docs/operations.md). */
export type Settings = {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly dataDir: string;
  /** A PostgreSQL of one's own; without it one is started in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
  /** Where people reach the server, when a proxy stands before it. */
  readonly publicUrl: string | undefined;
  readonly tls: { readonly certFile: string; readonly keyFile: string } | null;
  readonly trustProxy: boolean;
  /** Shared by processes that serve together; else made once and kept in `dataDir`. */
  readonly sessionSecret: string | undefined;
  /** Mail server for stores that name none of their own, `smtps://user:password@host?from=address`. */
  readonly smtpUrl: string | undefined;
  /** Whether this process lets recur what recurs (overruns, anchors, who is due); others may do it for it. */
  readonly schedules: boolean;
  /** Of one session; 0 for no limit. */
  readonly requestsPerMinute: number;
  /** Event streams open at once in this process: about fifty looks at sessions a second at the usual thousand. */
  readonly liveStreams: number;
  readonly logLevel: string;
};

const usualRequestsPerMinute = 6_000;

/** Reads the settings; a wrong one throws with its name. Demo journeys and measurements are not limited. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const parsed = environment.safeParse(env);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const given = parsed.data;
  return {
    host: given.HOST,
    port: given.PORT,
    dataDir: given.DATA_DIR,
    databaseUrl: given.DATABASE_URL,
    demo: given.DEMO,
    publicUrl: given.PUBLIC_URL,
    tls: tlsOf(given.TLS_CERT, given.TLS_KEY),
    trustProxy: given.TRUST_PROXY,
    sessionSecret: given.SESSION_SECRET,
    smtpUrl: given.SMTP_URL,
    schedules: given.SCHEDULES,
    requestsPerMinute: given.REQUESTS_PER_MINUTE ?? (given.DEMO ? 0 : usualRequestsPerMinute),
    liveStreams: given.LIVE_STREAMS,
    logLevel: given.LOG_LEVEL,
  };
}

function tlsOf(certFile: string | undefined, keyFile: string | undefined): Settings['tls'] {
  if (certFile === undefined && keyFile === undefined) return null;
  if (certFile === undefined || keyFile === undefined) throw new Error('TLS_CERT and TLS_KEY are set together');
  return { certFile, keyFile };
}
