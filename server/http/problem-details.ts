import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { Words } from '#domain/kernel/words.ts';
import { preferredLanguage, type Language } from '#server/http/language.ts';

/** A refusal as RFC 9457 writes it, with both languages beside the one asked for. */
export type ProblemDetails = Words & {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly field?: string;
  readonly issues?: readonly (Words & { readonly field: string })[];
};

type Reason = Omit<Refusal, 'refused' | 'code'> & { readonly code: string };

/** A failure of ours: the only problem that is no refusal. */
export const internalError: Reason = {
  code: 'internal_error',
  status: 500,
  words: {
    zh: '系统内部错误，未保存任何内容，请稍后重试。',
    en: 'Something failed here; nothing was saved. Try again later.',
  },
};

export function problemDetails(reason: Reason, language: Language): ProblemDetails {
  const { code, status, words, field, issues } = reason;
  return {
    type: `urn:jiaoche:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail: words[language],
    ...words,
    ...(field === undefined ? {} : { field }),
    ...(issues === undefined ? {} : { issues: issues.map((issue) => ({ field: issue.field, ...issue.words })) }),
  };
}

/** Prepares the reply and answers the text to send, in the language that the request prefers. */
export function problemText(request: FastifyRequest, reply: FastifyReply, reason: Reason): string {
  reply
    .code(reason.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store');
  return JSON.stringify(problemDetails(reason, preferredLanguage(request.headers['accept-language'])));
}

/** Sends a refusal. */
export const sendProblem = (request: FastifyRequest, reply: FastifyReply, reason: Reason): FastifyReply =>
  reply.send(problemText(request, reply, reason));
