import type { Socket } from 'node:net';
import { refuse } from '#domain/kernel/refusal.ts';
import { problemDetails } from '#server/http/problem-details.ts';

type ClientError = Error & { readonly code?: string };

/** What is no HTTP, comes too slowly or with endless headers never becomes a request: problem details straight to the socket. */
export function answerClientError({ code }: ClientError, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const refusal = refuse(code === 'HPE_HEADER_OVERFLOW' ? 'headers_too_large' : 'malformed_request');
  const details = problemDetails(refusal, 'zh');
  const body = JSON.stringify(details);
  const head = [
    `HTTP/1.1 ${details.status} ${details.title}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
