import { useMemo, useState, type FormEvent } from 'react';
import { storeContracts } from '#domain/store/store.contract.ts';
import type { StoreSettings } from '#domain/store/settings.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { pathTo } from '#web/app/paths.ts';
import { settingsGroups } from '#web/features/store/settings-groups.ts';
import { settingsWords } from '#web/features/store/settings.words.ts';
import styles from '#web/features/store/settings.module.css';
import { FormContext } from '#web/ui/contract-form/form-context.ts';
import { FieldInput } from '#web/ui/contract-form/FieldInput.tsx';
import { fieldsOf, type Field } from '#web/ui/contract-form/field-model.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Read = { readonly settings: StoreSettings; readonly version: number };

/** What the store decides for itself (R006): shown in groups; what was changed is kept upon whatever others saved meanwhile. */
export function SettingsPage() {
  const { data, error } = useContractQuery(storeContracts.readSettings, {}, { topics: ['board:settings'] });
  if (!data) return error ? <RefusalAlert error={error} /> : <Loading />;
  return <SettingsForm read={data} />;
}

function SettingsForm({ read }: { readonly read: Read }) {
  const w = useWords(settingsWords);
  const fields = useMemo(() => settingFields(), []);
  const { values, changed, edit } = useEdits(read);
  const command = useContractCommand(storeContracts.changeSettings);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    command.run({ version: read.version, settings: values as StoreSettings });
  };
  return (
    <FormContext value={{ error: command.error, options: {}, form: storeContracts.changeSettings.name }}>
      <form className={styles['form']} onSubmit={submit} noValidate>
        <div className={styles['bar']}>
          <PageHeader title={w.title} note={changed ? w.changed : null}>
            <PageLink to={pathTo('norms')}>{w.norms}</PageLink>
            <ActionButton kind="primary" submits pending={command.pending} disabledReason={changed ? null : w.saved}>
              {w.save}
            </ActionButton>
          </PageHeader>
          <RefusalAlert error={command.error} shownFields={fields.map(({ name }) => `settings.${name}`)} />
        </div>
        <div className={styles['groups']}>
          {settingsGroups.map((group) => (
            <Group
              key={group.title.en}
              group={group}
              fields={fields}
              values={values}
              saved={read.settings}
              onChange={edit}
            />
          ))}
        </div>
      </form>
    </FormContext>
  );
}

type Values = Readonly<Record<string, unknown>>;

/** What is stored with what was changed here; a change that was saved, by whomever, is none any more. */
function useEdits({ settings, version }: Read) {
  const [edits, setEdits] = useState<Values>({});
  const [of, setOf] = useState(version);
  const stored: Values = settings;
  const open = Object.entries(edits).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(stored[name]));
  if (of !== version) {
    setOf(version);
    setEdits(Object.fromEntries(open));
  }
  return {
    values: { ...stored, ...edits } as Values,
    changed: open.length > 0,
    edit: (name: string, value: unknown) => setEdits((before) => ({ ...before, [name]: value })),
  };
}

/** The settings' own fields, within the command that changes them. */
function settingFields(): readonly Field[] {
  const [settings] = fieldsOf(storeContracts.changeSettings, ['version']);
  return settings?.kind === 'group' ? settings.fields : [];
}

type GroupProps = {
  readonly group: (typeof settingsGroups)[number];
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly saved: Values;
  readonly onChange: (name: string, value: unknown) => void;
};

function Group({ group, fields, values, saved, onChange }: GroupProps) {
  const t = useT();
  return (
    <Section title={t(group.title)}>
      <div className={styles['fields']}>
        {group.names.map((name) => {
          const field = fields.find((each) => each.name === name);
          if (!field) return null;
          if (field.nullable && field.kind === 'group')
            return <Optional key={name} field={field} value={values[name]} onChange={(next) => onChange(name, next)} />;
          return (
            <FieldInput
              key={`${name} ${JSON.stringify(saved[name])}`}
              field={field}
              path={`settings.${name}`}
              value={values[name]}
              onChange={(next) => onChange(name, next)}
            />
          );
        })}
      </div>
    </Section>
  );
}

type OptionalProps = { readonly field: Field; readonly value: unknown; readonly onChange: (value: unknown) => void };

/** What a setting begins with that was not in use. */
const beginnings: Readonly<Record<string, object>> = {
  smtp: { host: '', port: 465, secure: true, from: '' },
  peakHours: { from: '17:00', until: '19:00' },
};

/** A group of settings that a store may do without. */
function Optional({ field, value, onChange }: OptionalProps) {
  const t = useT();
  const w = useWords(settingsWords);
  return (
    <>
      <label className={styles['tick']}>
        <input
          type="checkbox"
          checked={value !== null}
          onChange={({ target }) => onChange(target.checked ? (beginnings[field.name] ?? {}) : null)}
        />
        {t(fieldWordsOf(field.name))}
        {value === null ? `：${w.unused}` : ''}
      </label>
      {value === null ? null : (
        <FieldInput field={field} path={`settings.${field.name}`} value={value} onChange={onChange} />
      )}
    </>
  );
}
