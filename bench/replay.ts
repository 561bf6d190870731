import { Client } from 'pg';

export type Statement = { readonly text: string; readonly values?: readonly unknown[]; readonly name?: string };
export type RecordedTransaction = { readonly lane: string; readonly statements: readonly Statement[] };

/** Transactions of one lane in their order; lanes run at once. */
export type Lanes = ReadonlyMap<string, readonly RecordedTransaction[]>;

export function byLane(transactions: readonly RecordedTransaction[]): Lanes {
  const lanes = new Map<string, RecordedTransaction[]>();
  for (const transaction of transactions) {
    if (transaction.lane === '') continue;
    const lane = lanes.get(transaction.lane);
    if (lane) lane.push(transaction);
    else lanes.set(transaction.lane, [transaction]);
  }
  return lanes;
}

/**
 * Sends recorded transactions through the bare driver, one connection per lane, statements prepared under the names they had.
 * Parts are replayed one after the other on the same connections; answers the milliseconds of each.
 */
export async function replay(url: string, parts: readonly Lanes[]): Promise<number[]> {
  const names = [...new Set(parts.flatMap((part) => [...part.keys()]))];
  const clients = new Map<string, Client>();
  try {
    for (const name of names) clients.set(name, await opened(url));
    const times: number[] = [];
    for (const part of parts) times.push(await replayPart(clients, part));
    return times;
  } finally {
    await Promise.all([...clients.values()].map((client) => client.end()));
  }
}

async function opened(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

async function replayPart(clients: ReadonlyMap<string, Client>, part: Lanes): Promise<number> {
  const started = performance.now();
  await Promise.all([...part].map(([lane, transactions]) => replayLane(clients.get(lane), transactions)));
  return performance.now() - started;
}

async function replayLane(client: Client | undefined, transactions: readonly RecordedTransaction[]): Promise<void> {
  if (!client) throw new Error('a lane without a connection');
  for (const { statements } of transactions) {
    for (const statement of statements) await client.query(asQuery(statement));
  }
}

/** Several statements in one text go as they went: as one simple query. */
function asQuery({ text, values, name }: Statement) {
  if (!values) return { text };
  return name === undefined ? { text, values: [...values] } : { text, values: [...values], name };
}
