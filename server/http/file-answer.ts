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

/** Prepares the reply and answers the body. Chinese names travel as RFC 6266 says, with a plain one for old programs. */
export function fileBody(reply: FastifyReply, { parts }: FileAnswer): Buffer | Readable {
  const plain = parts.name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  const how = parts.inline ? 'inline' : 'attachment';
  reply
    .header('content-type', parts.type)
    .header('content-disposition', `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(parts.name)}`)
    .header('cache-control', 'private, no-store');
  return parts.body;
}
