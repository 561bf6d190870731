import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

type FileParts = {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer | Readable;
  /** Shown in the browser rather than saved. */
  readonly inline?: boolean;
};

/** What a query answers instead of JSON: a paper, a picture, a spreadsheet. */
export class FileAnswer {
  readonly parts: FileParts;

  constructor(parts: FileParts) {
    this.parts = parts;
  }
}

/** Chinese names travel as RFC 6266 says, with a plain one for old programs. */
export function sendFile(reply: FastifyReply, { parts }: FileAnswer): FastifyReply {
  const plain = parts.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const how = parts.inline ? 'inline' : 'attachment';
  return reply
    .header('content-type', parts.type)
    .header('content-disposition', `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(parts.name)}`)
    .header('cache-control', 'private, no-store')
    .send(parts.body);
}
