import { randomUUID } from 'node:crypto';
import { Agent, request, type IncomingMessage } from 'node:http';
import type { z } from 'zod';
import type { Contract } from '#domain/kernel/contract.ts';
import { pathOf, splitInput } from '#e2e/journey/request-parts.ts';

type Shape = z.ZodObject<z.ZodRawShape>;

/** One request that was answered. */
export type Sent = {
  readonly name: string;
  readonly kind: Contract['kind'];
  readonly status: number;
  readonly ms: number;
};

export type Reply = {
  readonly status: number;
  /** Answered from the receipt of the same command. */
  readonly replayed: boolean;
  /** `name=value` of each cookie set. */
  readonly cookies: readonly string[];
  readonly body: unknown;
};

export type Sending = {
  /** A new Idempotency-Key unless one is named. */
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** The public HTTP API as one caller sees it: typed by the contracts, one Idempotency-Key per command. */
export type ApiClient = {
  /** The answer of a request that must succeed; throws what the problem details say otherwise. */
  send<I extends Shape, O extends z.ZodType>(
    contract: Contract<I, O>,
    input: z.input<I>,
    sending?: Sending,
  ): Promise<z.output<O>>;
  /** Whatever is answered. */
  attempt<I extends Shape>(contract: Contract<I>, input: z.input<I>, sending?: Sending): Promise<Reply>;
  /** The same server with more headers, such as a session cookie. */
  with(headers: Readonly<Record<string, string>>): ApiClient;
};

export type ClientOptions = {
  readonly baseUrl: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly observe?: (sent: Sent) => void;
  /** Checks each answer by its contract: for tests, not for measurements. */
  readonly checkAnswers?: boolean;
};

const apiRoot = '/api/v1';

/** Thrown where the journey needs an answer and gets a problem. */
export class UnexpectedAnswer extends Error {
  readonly reply: Reply;

  constructor(name: string, reply: Reply) {
    super(`${name} answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    this.reply = reply;
  }
}

/** A client that keeps its connections. Times are measured from sending to the last byte. */
export function apiClient(options: ClientOptions): ApiClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  return clientOn(agent, options);
}

function clientOn(agent: Agent, options: ClientOptions): ApiClient {
  const { baseUrl, headers = {}, observe, checkAnswers = false } = options;
  const attempt: ApiClient['attempt'] = async (contract, input, { key, headers: more } = {}) => {
    const keyed: Record<string, string> = contract.kind === 'command' ? { 'idempotency-key': key ?? randomUUID() } : {};
    const parts = splitInput(contract, input);
    const started = performance.now();
    const reply = await exchange(new URL(`${apiRoot}${pathOf(contract, parts)}`, baseUrl), {
      agent,
      method: contract.method,
      headers: { ...headers, ...keyed, ...more },
      body: contract.method === 'POST' ? JSON.stringify(parts.body) : null,
    });
    const { name, kind } = contract;
    observe?.({ name, kind, status: reply.status, ms: performance.now() - started });
    return reply;
  };
  return {
    attempt,
    async send(contract, input, sending) {
      const reply = await attempt(contract, input, sending);
      if (reply.status !== 200) throw new UnexpectedAnswer(contract.name, reply);
      return (checkAnswers ? contract.output.parse(reply.body) : reply.body) as z.output<typeof contract.output>;
    },
    with: (more) => clientOn(agent, { ...options, headers: { ...headers, ...more } }),
  };
}

type Exchange = {
  readonly agent: Agent;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
};

function exchange(url: URL, { agent, method, headers, body }: Exchange): Promise<Reply> {
  const content =
    body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers: { ...headers, ...content } }, (answer) => {
      read(answer).then(resolve, reject);
    });
    sent.once('error', reject);
    sent.end(body ?? undefined);
  });
}

async function read(answer: IncomingMessage): Promise<Reply> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  const json = answer.headers['content-type']?.includes('json') === true;
  return {
    status: answer.statusCode ?? 0,
    replayed: answer.headers['idempotency-replayed'] === 'true',
    cookies: (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';', 1)[0] ?? ''),
    body: json ? (JSON.parse(text) as unknown) : text,
  };
}
