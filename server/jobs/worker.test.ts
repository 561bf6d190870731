import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContactChannel } from '#domain/customer/customer.ts';
import { sendMessage } from '#server/features/message/send-message.ts';
import { startWorker, taskList } from '#server/jobs/worker.ts';
import { fileCustomer } from '#server/testing/build-customer.ts';
import { inCall } from '#server/testing/system-call.ts';
import { startTestServer, type TestPerson, type TestServer } from '#server/testing/test-server.ts';

type Mail = { readonly to: string; readonly text: string };

let server: TestServer;
let storeId: string;
let clerk: TestPerson;
let mailServer: SMTPServer;
let smtpUrl: string;
let arrived: (mail: Mail) => void = () => {};
let accepts = true;

beforeAll(async () => {
  server = await startTestServer();
  storeId = await server.addStore();
  clerk = await server.addPerson(storeId, ['follow_up_agent']);
  mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, callback) =>
      accepts
        ? callback()
        : callback(Object.assign(new Error('no such mailbox wang@example.com'), { responseCode: 550 })),
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        arrived({ to: session.envelope.rcptTo[0]?.address ?? '', text: Buffer.concat(parts).toString() });
        callback();
      });
    },
  });
  const listening = mailServer.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  smtpUrl = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}?from=shop@example.com`;
});
afterAll(async () => {
  await new Promise<void>((closed) => mailServer.close(closed));
  await server.close();
});

async function write(channel: ContactChannel, email: string | null = 'wang@example.com'): Promise<string> {
  const customerId = await fileCustomer(server, storeId, { email });
  return inCall(server, storeId, (call) =>
    sendMessage(call, { customerId, channel, subject: '您的爱车已修好', body: '请来取车。' }),
  );
}

const stored = (messageId: string) =>
  server.owner.db
    .selectFrom('message')
    .select(['state', 'attempts', 'last_error'])
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow();

const send = (messageId: string, url: string | undefined = smtpUrl) =>
  taskList({ deps: server.deps, smtpUrl: url })['message.send']?.({ storeId, messageId }, undefined as never);

describe('messages', () => {
  test('an e-mail leaves after the commit, by the worker, and is marked as sent (R262)', async () => {
    const mail = new Promise<Mail>((resolve) => {
      arrived = resolve;
    });
    const worker = await startWorker({ jobsUrl: server.urls.jobsUrl, deps: server.deps, smtpUrl });
    expect(await worker.ready()).toBe(true);
    const messageId = await write('email');
    expect((await mail).to).toBe('wang@example.com');
    await worker.stop();
    expect(await worker.ready()).toBe(false);
    expect(await stored(messageId)).toEqual({ state: 'sent', attempts: 1, last_error: null });
  });

  test('what nothing carries, or has no address, is held in sight (R262)', async () => {
    const text = await write('sms');
    await send(text);
    expect(await stored(text)).toMatchObject({ state: 'held', last_error: 'no_carrier' });
    expect(await stored(await write('email', null))).toMatchObject({ state: 'held', last_error: 'no_recipient' });
    const outbox = (await clerk.query('/messages?state=held')).json<{ items: { recipient: string | null }[] }>();
    expect(outbox.items.map(({ recipient }) => recipient)).toEqual([null, '138****5678']);
  });

  test('a refused e-mail is tried five times, then failed, without keeping the address in the error (R321)', async () => {
    const messageId = await write('email');
    accepts = false;
    for (let times = 1; times < 5; times += 1) await expect(send(messageId)).rejects.toThrow('not sent');
    await send(messageId);
    accepts = true;
    expect(await stored(messageId)).toEqual({ state: 'failed', attempts: 5, last_error: 'EENVELOPE 550' });
    const again = await clerk.command(`/messages/${messageId}/retry`, {});
    expect(again.json()).toEqual({ messageId, state: 'queued' });
    await send(messageId);
    expect(await stored(messageId)).toMatchObject({ state: 'sent', attempts: 1 });
    const twice = await clerk.command(`/messages/${messageId}/retry`, {});
    expect(twice.json()).toMatchObject({ code: 'wrong_state' });
  });

  test('a letter posted by hand is ticked off (R262)', async () => {
    const messageId = await write('letter');
    expect((await clerk.command(`/messages/${messageId}/sent`, {})).json()).toMatchObject({ state: 'sent' });
    await send(messageId);
    expect(await stored(messageId)).toMatchObject({ state: 'sent', attempts: 0 });
  });
});

test('one store’s trouble does not keep the others from their hourly work', async () => {
  const broken = await server.addStore();
  await server.owner.db
    .updateTable('store_setting')
    .set({ settings: '{"opensAt": 7}' })
    .where('store_id', '=', broken)
    .execute();
  await fileCustomer(server, storeId);
  const run = taskList({ deps: server.deps, smtpUrl })['record.anchor']?.({}, undefined as never);
  await expect(run).rejects.toThrow('record.anchor failed in 1 stores');
});
