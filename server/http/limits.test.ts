import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#server/testing/test-server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ requestsPerMinute: 8 });
  await server.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

/** Whatever is written to the server's port, and all that comes back. */
async function answerTo(written: string): Promise<{ head: string; body: Record<string, unknown> }> {
  const { port } = server.app.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(written);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n', 2);
  return { head, body: JSON.parse(body) as Record<string, unknown> };
}

describe('what is no request', () => {
  test.each([
    [
      'a method that HTTP does not know',
      'FOO / HTTP/1.1\r\nhost: x\r\n\r\n',
      { status: 400, code: 'malformed_request' },
    ],
    ['no HTTP at all', '\u0016\u0003\u0001\u0002\u0000', { status: 400, code: 'malformed_request' }],
    [
      'endless headers',
      `GET / HTTP/1.1\r\nx: ${'y'.repeat(17_000)}\r\n\r\n`,
      { status: 431, code: 'headers_too_large' },
    ],
  ])('%s is told as problem details', async (_, written, { status, code }) => {
    const { head, body } = await answerTo(written);
    expect(head).toContain(`HTTP/1.1 ${status}`);
    expect(head).toContain('application/problem+json');
    expect(body).toMatchObject({ status, code, zh: expect.any(String), en: expect.any(String) });
  });
});

test('plain text is not taken for JSON', async () => {
  const { cookie } = await server.addPerson(await server.addStore(), ['admin']);
  const answer = await server.app.inject({
    method: 'POST',
    url: '/api/v1/session/language',
    headers: { cookie, 'content-type': 'text/plain' },
    payload: '{"language":"en"}',
  });
  expect(answer.json()).toMatchObject({ status: 415, code: 'unsupported_media_type' });
});

test('whoever has no session is counted by address, whatever cookie is made up', async () => {
  const codes: number[] = [];
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const cookie = `jiaoche.session_token=made.up${attempt}`;
    codes.push(
      (await server.app.inject({ url: '/api/v1/session', headers: { cookie }, remoteAddress: '10.0.0.9' })).statusCode,
    );
  }
  expect(codes.slice(8)).toEqual([429, 429]);
});
