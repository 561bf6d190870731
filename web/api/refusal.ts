import { refuse, type RefusalCode } from '#domain/kernel/refusal.ts';
import { words, type Words } from '#domain/kernel/words.ts';

export type FieldIssue = { readonly field: string; readonly words: Words };

type Reason = {
  readonly code: RefusalCode | 'internal_error';
  readonly status: number;
  readonly words: Words;
  readonly field?: string | undefined;
  readonly issues?: readonly FieldIssue[] | undefined;
};

/** The server said no: what, why, and beside which field. */
export class ApiRefusal extends Error {
  readonly code: Reason['code'];
  readonly status: number;
  readonly words: Words;
  readonly field: string | undefined;
  readonly issues: readonly FieldIssue[];

  constructor(reason: Reason) {
    super(`${reason.status} ${reason.code}: ${reason.words.en}`);
    this.name = 'ApiRefusal';
    this.code = reason.code;
    this.status = reason.status;
    this.words = reason.words;
    this.field = reason.field;
    this.issues = reason.issues ?? [];
  }
}

/** No answer came: the network or the server is away. Whether a command took effect is unknown until it is sent again. */
export class Unreachable extends Error {
  readonly words: Words = words(
    '连接不上服务器，内容已保留，请稍后重试。',
    'The server cannot be reached. What you typed is kept; try again.',
  );

  constructor() {
    super('no answer');
    this.name = 'Unreachable';
  }
}

const choose = words('请选择', 'Choose one');
const unknownAnswer = words('服务器出了问题，请稍后重试。', 'Something failed on the server. Try again later.');

type Problem = {
  readonly code?: string;
  readonly zh?: string;
  readonly en?: string;
  readonly field?: string;
  readonly issues?: readonly (Words & { readonly field: string })[];
};

/** Problem details of an answer as a refusal; an answer that is none (a proxy's page) as an internal error. */
export function refusalOf(status: number, body: unknown): ApiRefusal {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Problem;
  const known = problem.code !== undefined && problem.zh !== undefined && problem.en !== undefined;
  if (!known) return new ApiRefusal({ code: 'internal_error', status, words: unknownAnswer });
  return new ApiRefusal({
    code: problem.code as Reason['code'],
    status,
    words: words(problem.zh ?? '', problem.en ?? ''),
    field: problem.field,
    issues: problem.issues?.map(({ field, zh, en }) => ({ field, words: words(zh, en) })),
  });
}

/** What a form asks for, not given yet; without it there is no address to send to. */
export function notGiven(field: string): ApiRefusal {
  const { code, status, words: said } = refuse('invalid_input');
  return new ApiRefusal({ code, status, words: said, field, issues: [{ field, words: choose }] });
}

/** What to tell the person about any failure. */
export function wordsOf(error: unknown): Words {
  return error instanceof ApiRefusal || error instanceof Unreachable ? error.words : unknownAnswer;
}
