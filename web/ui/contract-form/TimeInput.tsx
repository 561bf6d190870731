import { shopDateTime, shopDay, shopTime } from '#domain/kernel/calendar.ts';
import type { Field } from '#web/ui/contract-form/field-model.ts';
import type { ControlProps } from '#web/ui/contract-form/control-props.ts';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';

type TimeField = Extract<Field, { kind: 'instant' | 'day' | 'time' }>;

const types = { instant: 'datetime-local', day: 'date', time: 'time' } as const;

/** A time in the shop's zone, wherever the browser is. */
export function TimeInput({ field, value, onChange, shown }: ControlProps<TimeField>) {
  const isInstant = field.kind === 'instant';
  const stored = typeof value === 'string' ? value : '';
  const text = stored && isInstant ? `${shopDay(stored)}T${shopTime(stored)}` : stored;
  const change = (next: string) => {
    if (next === '') return onChange(null);
    onChange(isInstant ? shopDateTime(next.slice(0, 10), next.slice(11, 16)) : next);
  };
  return <PhoneField {...shown} type={types[field.kind]} value={text} onChange={change} />;
}
