import { Client } from 'pg';
import { z } from 'zod';
import { liveChannel, type LiveChange } from '#server/live/live-change.ts';

type Subscriber = { readonly changed: (change: LiveChange) => void; readonly missed: () => void };

/** One connection that hears the changes of all processes and comes back when it is lost. */
export type LiveListener = {
  subscribe(subscriber: Subscriber): () => void;
  close: () => Promise<void>;
};

const changeSchema = z.object({ store: z.string(), topics: z.array(z.string()) });
const againMs = { first: 200, most: 5_000 };

/** Starts to listen. Whatever changed while the connection was away is told as `missed`. */
export async function listenForChanges(url: string): Promise<LiveListener> {
  const subscribers = new Set<Subscriber>();
  const connection = new ListenConnection(url, {
    heard: (text) => {
      const change = changeSchema.parse(JSON.parse(text));
      for (const subscriber of subscribers) subscriber.changed(change);
    },
    returned: () => {
      for (const subscriber of subscribers) subscriber.missed();
    },
  });
  await connection.open();
  return {
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
    close: () => connection.close(),
  };
}

type Hearing = { readonly heard: (text: string) => void; readonly returned: () => void };

class ListenConnection {
  readonly #url: string;
  readonly #hearing: Hearing;
  #client: Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(url: string, hearing: Hearing) {
    this.#url = url;
    this.#hearing = hearing;
  }

  async open(): Promise<void> {
    const client = new Client({ connectionString: this.#url, keepAlive: true });
    client.on('notification', ({ payload }) => this.#hearing.heard(payload ?? ''));
    client.once('error', () => this.#lost(client));
    client.once('end', () => this.#lost(client));
    this.#client = client;
    await client.connect();
    await client.query(`listen ${liveChannel}`);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {});
  }

  #lost(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.on('error', () => {});
    void client.end().catch(() => {});
    this.#again(againMs.first);
  }

  #again(delayMs: number): void {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#reopen(delayMs), delayMs);
  }

  async #reopen(delayMs: number): Promise<void> {
    try {
      await this.open();
      this.#hearing.returned();
    } catch {
      this.#client = undefined;
      this.#again(Math.min(delayMs * 2, againMs.most));
    }
  }
}
