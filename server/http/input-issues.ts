import type { z } from 'zod';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { words, type Words } from '#domain/kernel/words.ts';

type Issue = z.core.$ZodIssue;
type FieldIssue = { readonly field: string; readonly words: Words };

const mostIssues = 50;

/** The refusal of an input that does not fit its contract: one sentence per field, in both languages. */
export function invalidInput(issues: readonly FieldIssue[]): Refusal {
  const [first] = issues;
  const refusal = refuse('invalid_input', first ? { field: first.field } : {});
  return { ...refusal, issues: issues.slice(0, mostIssues) };
}

/** A name that comes twice is refused, so that no part of a request hides another. */
export const comesTwice = (field: string): Refusal =>
  invalidInput([{ field, words: words('此字段出现两次', 'This field comes twice') }]);

/** What zod found, said for the person at the form. */
export const inputIssues = (error: z.ZodError): FieldIssue[] => error.issues.flatMap((issue) => fieldIssues(issue, []));

function fieldIssues(issue: Issue, parent: readonly PropertyKey[]): FieldIssue[] {
  const path = [...parent, ...issue.path];
  const at = (...more: PropertyKey[]) => [...path, ...more].map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: at(key), words: words('没有此字段', 'No such field') }));
  }
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.toSorted((a, b) => a.length - b.length)[0];
    if (branch) return branch.flatMap((inner) => fieldIssues(inner, path));
  }
  return [{ field: at(), words: issueWords(issue) }];
}

function issueWords(issue: Issue): Words {
  return ownWords(issue) ?? kindWords(issue);
}

/** Rules of the domain name their problem themselves: in `params`, or as `中文 / English`. */
function ownWords(issue: Issue): Words | null {
  const params: unknown = issue.code === 'custom' ? issue.params : undefined;
  if (isWords(params)) return words(params.zh, params.en);
  const [zh, en, ...rest] = issue.message.split(' / ');
  return zh && en && rest.length === 0 && /\p{Script=Han}/u.test(zh) ? words(zh, en) : null;
}

function isWords(value: unknown): value is Words {
  return (
    typeof value === 'object' &&
    value !== null &&
    'zh' in value &&
    'en' in value &&
    typeof value.zh === 'string' &&
    typeof value.en === 'string'
  );
}

/** Nothing was given: left out, or left empty on a form. Lists of what might be are for those who gave something else. */
const isMissing = (issue: Issue): boolean => 'input' in issue && (issue.input ?? null) === null;

function kindWords(issue: Issue): Words {
  switch (issue.code) {
    case 'invalid_type':
      return typeWords(issue);
    case 'too_small':
      return smallWords(issue);
    case 'too_big':
      return bigWords(issue);
    case 'invalid_format':
      return formatWords[issue.format] ?? words('格式不正确', 'The format is not right');
    case 'not_multiple_of':
      return words(`应为 ${issue.divisor} 的倍数`, `Must be a multiple of ${issue.divisor}`);
    case 'invalid_value':
      if (isMissing(issue)) return words('请选择', 'Choose one');
      return words(
        `应为以下之一：${issue.values.map(String).join('、')}`,
        `Must be one of: ${issue.values.map(String).join(', ')}`,
      );
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'unrecognized_keys':
    case 'custom':
      return words('内容不正确', 'This is not right');
  }
}

const typeNames: Readonly<Record<string, Words>> = {
  string: words('文字', 'text'),
  number: words('数字', 'a number'),
  int: words('整数', 'a whole number'),
  boolean: words('是或否', 'true or false'),
  array: words('列表', 'a list'),
  object: words('对象', 'an object'),
  date: words('日期', 'a date'),
};

function typeWords(issue: z.core.$ZodIssueInvalidType): Words {
  if (isMissing(issue)) return words('请填写', 'Required');
  const name = typeNames[issue.expected] ?? words(issue.expected, issue.expected);
  return words(`应为${name.zh}`, `Must be ${name.en}`);
}

const units: Readonly<Record<string, Words>> = {
  string: words('个字符', ' characters'),
  array: words('项', ' items'),
  set: words('项', ' items'),
  file: words('字节', ' bytes'),
};

const unitOf = (origin: string): Words => units[origin] ?? words('', '');

function smallWords({ minimum, origin, inclusive }: z.core.$ZodIssueTooSmall): Words {
  if (origin === 'string' && Number(minimum) === 1) return words('请填写', 'Required');
  const unit = unitOf(origin);
  if (inclusive === false) return words(`必须大于 ${minimum}`, `Must be more than ${minimum}`);
  return words(`不能少于 ${minimum}${unit.zh && ` ${unit.zh}`}`, `At least ${minimum}${unit.en}`);
}

function bigWords({ maximum, origin, inclusive }: z.core.$ZodIssueTooBig): Words {
  const unit = unitOf(origin);
  if (inclusive === false) return words(`必须小于 ${maximum}`, `Must be less than ${maximum}`);
  return words(`不能超过 ${maximum}${unit.zh && ` ${unit.zh}`}`, `At most ${maximum}${unit.en}`);
}

const formatWords: Readonly<Record<string, Words>> = {
  uuid: words('编号格式不正确', 'This is not an identifier'),
  datetime: words(
    '应为日期时间，例如 2026-11-24T09:30:00+08:00',
    'Must be a date and time such as 2026-11-24T09:30:00+08:00',
  ),
  date: words('应为日期，例如 2026-11-24', 'Must be a date such as 2026-11-24'),
  time: words('应为时间，例如 09:30', 'Must be a time such as 09:30'),
  email: words('邮箱格式不正确', 'This is not an e-mail address'),
  url: words('网址格式不正确', 'This is not a web address'),
};
