import { Form, type FormInstance } from 'antd';
import { useEffect } from 'react';
import { ApiRefusal } from '#web/api/refusal.ts';
import { useT } from '#web/ui/language.ts';

/** `lines.0.price` as Ant Design names it: ['lines', 0, 'price']. */
export const namePathOf = (field: string): (string | number)[] =>
  field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/**
 * An antd form that keeps what was typed when the server refuses it and puts each problem beside its field.
 * `const [form, shownFields] = useRefusalForm<Values>(command.error)`; give `shownFields` to `RefusalAlert`.
 */
export function useRefusalForm<Values extends object>(error: Error | null): [FormInstance<Values>, readonly string[]] {
  const [form] = Form.useForm<Values>();
  const t = useT();
  const problems = problemsOf(error).map(({ field, words }) => ({ field, text: t(words) }));
  const key = JSON.stringify(problems);
  useEffect(() => {
    const shown = JSON.parse(key) as { field: string; text: string }[];
    const names = shown.map(({ field, text }) => ({ name: namePathOf(field), errors: [text] }));
    form.setFields(names as Parameters<typeof form.setFields>[0]);
    const first = names[0];
    if (first) form.scrollToField(first.name as never);
  }, [form, key]);
  return [form, problems.map(({ field }) => field)];
}

function problemsOf(error: Error | null) {
  if (!(error instanceof ApiRefusal)) return [];
  if (error.issues.length > 0) return error.issues.filter(({ field }) => field !== '');
  return error.field === undefined ? [] : [{ field: error.field, words: error.words }];
}
