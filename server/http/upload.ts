import type { FastifyRequest } from 'fastify';
import { words } from '#domain/kernel/words.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { comesTwice, invalidInput } from '#server/http/input-issues.ts';

export type UploadedFile = {
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
};

type Upload = { readonly fields: Record<string, unknown>; readonly files: readonly UploadedFile[] };

/**
 * Reads a multipart request: files, and fields either as a part `input` holding JSON or as parts of text.
 * Sizes and counts are limited where multipart is registered; a body that breaks off is refused.
 */
export async function readUpload(request: FastifyRequest): Promise<Upload | Refusal> {
  try {
    return await readParts(request);
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error;
    return refuse('malformed_request');
  }
}

async function readParts(request: FastifyRequest): Promise<Upload | Refusal> {
  const fields = new Map<string, unknown>();
  const files: UploadedFile[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      files.push({ field: part.fieldname, name: part.filename, type: part.mimetype, bytes: await part.toBuffer() });
    } else if (part.fieldname === 'input') {
      const input = jsonObject(part.value);
      if (!input) return invalidInput([{ field: 'input', words: words('应为 JSON 对象', 'Must be a JSON object') }]);
      const twice = Object.keys(input).find((name) => fields.has(name));
      if (twice !== undefined) return comesTwice(twice);
      for (const [name, value] of Object.entries(input)) fields.set(name, value);
    } else {
      if (fields.has(part.fieldname)) return comesTwice(part.fieldname);
      fields.set(part.fieldname, part.value);
    }
  }
  return { fields: Object.fromEntries(fields), files };
}

function jsonObject(text: unknown): object | null {
  try {
    const value: unknown = JSON.parse(String(text));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
