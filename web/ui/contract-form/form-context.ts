import { createContext, useContext } from 'react';

export type FormOption = { readonly value: string; readonly label: string };

/** Choices by field name (`technicianId`), or by path (`failedLines.lineId`). */
export type FormOptions = Readonly<Record<string, readonly FormOption[]>>;

type Form = {
  readonly error: Error | null;
  readonly options: FormOptions;
  /** The contract whose fields are asked, by name. */
  readonly form: string;
};

export const FormContext = createContext<Form>({ error: null, options: {}, form: '' });

export const useForm = (): Form => useContext(FormContext);
