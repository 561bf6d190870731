import { useMemo, type FormEvent } from 'react';
import { storeContracts } from '#domain/store/store.contract.ts';
import type { StoreSettings } from '#domain/store/settings.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { pathTo } from '#web/app/paths.ts';
import { settingsGroups } from '#web/features/store/settings-groups.ts';
import { settingsWords } from '#web/features/store/settings.words.ts';
import styles from '#web/features/store/settings.module.css';
import type { Values } from '#web/ui/contract-form/edits.ts';
import { FormContext } from '#web/ui/contract-form/form-context.ts';
import { FieldInput } from '#web/ui/contract-form/FieldInput.tsx';
import { fieldsOf, type Field } from '#web/ui/contract-form/field-model.ts';
import { LeftBehind, StaleNotice } from '#web/ui/contract-form/StaleNotice.tsx';
import { useEdits } from '#web/ui/contract-form/use-edits.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Read = { readonly settings: StoreSettings; readonly version: number };

/** What the store decides for itself (R006): shown in groups; what was changed here is not written over what others saved meanwhile. */
export function SettingsPage() {
  const { data, error } = useContractQuery(storeContracts.readSettings, {}, { topics: ['board:settings'] });
  if (!data) return error ? <RefusalAlert error={error} /> : <Loading />;
  return <SettingsForm read={data} />;
}

function SettingsForm({ read: { settings, version } }: { readonly read: Read }) {
  const w = useWords(settingsWords);
  const fields = useMemo(() => settingFields(), []);
  const now = { known: { version }, initial: settings };
  const form = useEdits(fields, now);
  const { edits, values, stale } = form;
  const command = useContractCommand(storeContracts.changeSettings, { onDone: form.settle });
  const send = (given: Values, of: unknown) =>
    command.run({ version: of as number, settings: given as unknown as StoreSettings });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(values, form.known['version']);
  };
  const takeNewer = () => {
    command.reset();
    form.takeNewer();
  };
  const changed = fields.some(
    ({ name }) => JSON.stringify(values[name]) !== JSON.stringify(edits.ground.initial[name]),
  );
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
          <LeftBehind fields={fields} edits={edits} />
          {stale ? (
            <StaleNotice
              {...{ fields, edits, now }}
              pending={command.pending}
              onTake={takeNewer}
              onKeep={() => send(form.keepMine(), version)}
            />
          ) : null}
        </div>
        <div className={styles['groups']}>
          {settingsGroups.map((group) => (
            <Group
              key={group.title.en}
              group={group}
              fields={fields}
              values={values}
              saved={edits.ground.initial}
              onChange={form.change}
            />
          ))}
        </div>
      </form>
    </FormContext>
  );
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
