import type { Field } from '#web/ui/contract-form/field-model.ts';

/** One field of a form, and its value. */
export type FieldProps<F extends Field = Field> = {
  readonly field: F;
  /** Where the field stands in the input, e.g. `failedLines.0.reason`. */
  readonly path: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
};

/** What the control of one kind of field takes: the field, what it is called here, and what is wrong with its value. */
export type ControlProps<F extends Field> = FieldProps<F> & {
  readonly shown: { readonly label: string; readonly problem: string | undefined };
};
