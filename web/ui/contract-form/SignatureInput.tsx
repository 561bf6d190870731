import { words } from '#domain/kernel/words.ts';
import type { Strokes } from '#domain/repair-order/visit.contract.ts';
import { useForm } from '#web/ui/contract-form/form-context.ts';
import styles from '#web/ui/contract-form/contract-form.module.css';
import type { Field } from '#web/ui/contract-form/field-model.ts';
import type { ControlProps } from '#web/ui/contract-form/control-props.ts';
import { useT } from '#web/ui/language.ts';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { SignaturePad } from '#web/ui/SignaturePad.tsx';
import { problemOf } from '#web/ui/forms/problem-of.ts';

type SignatureField = Extract<Field, { kind: 'signature' }>;
type Signed = { readonly signedBy: string; readonly strokes: Strokes };

const signedBy = words('签名人', 'Signed by');

/** Who signs, and the pad to sign on. */
export function SignatureInput({ path, value, onChange, shown }: ControlProps<SignatureField>) {
  const t = useT();
  const { error, options } = useForm();
  const signed = (value as Signed | null) ?? { signedBy: options[path]?.[0]?.value ?? '', strokes: [] };
  return (
    <fieldset className={styles['group']}>
      <legend>{shown.label}</legend>
      <PhoneField
        label={t(signedBy)}
        value={signed.signedBy}
        problem={problemOf(error, `${path}.signedBy`, t)}
        onChange={(name) => onChange({ ...signed, signedBy: name })}
      />
      <SignaturePad label={shown.label} onChange={(strokes: Strokes) => onChange({ ...signed, strokes })} />
      {shown.problem ? <small role="alert">{shown.problem}</small> : null}
    </fieldset>
  );
}
