import { words } from '#domain/kernel/words.ts';
import type { Field } from '#web/ui/contract-form/field-model.ts';
import type { ControlProps } from '#web/ui/contract-form/control-props.ts';
import { useWords } from '#web/ui/language.ts';
import { PhoneChoice } from '#web/ui/phone/PhoneChoice.tsx';

const answers = { yes: words('是', 'Yes'), no: words('否', 'No') };

type YesNoField = Extract<Field, { kind: 'yes_no' }>;

/** Yes or no, as two large buttons; nothing is chosen where it may be unknown. */
export function YesNoInput({ value, onChange, shown }: ControlProps<YesNoField>) {
  const w = useWords(answers);
  const options = [
    { value: 'yes', label: w.yes },
    { value: 'no', label: w.no },
  ] as const;
  const chosen = typeof value === 'boolean' ? (value ? 'yes' : 'no') : null;
  return <PhoneChoice {...shown} options={options} value={chosen} onChange={(next) => onChange(next === 'yes')} />;
}
