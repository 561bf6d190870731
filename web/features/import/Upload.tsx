import { valueWordsOf } from '#domain/process/value-words.ts';
import { Select } from 'antd';
import { useState } from 'react';
import { importContracts } from '#domain/import/import.contract.ts';
import { importKinds, type ImportKind } from '#domain/import/import.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { importWords } from '#web/features/import/import.words.ts';
import styles from '#web/features/import/import.module.css';
import { FileLink } from '#web/ui/FileLink.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { Section } from '#web/ui/PageHeader.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

/** What to bring, its template, and the file. */
export function Upload({ onPreview }: { readonly onPreview: (importId: string, file: File) => void }) {
  const t = useT();
  const w = useWords(importWords);
  const [kind, setKind] = useState<ImportKind>('customers');
  const preview = useContractCommand(importContracts.preview, { touches: ['board:imports'] });
  const read = async (file: File) => {
    const { importId } = await preview.runAsync({ kind }, { file: [file] });
    onPreview(importId, file);
  };
  return (
    <div className={styles['upload']}>
      <Section title={w.what}>
        <p className={styles['quiet']}>{w.hint}</p>
        <div className={styles['line']}>
          <Select
            aria-label={w.what}
            value={kind}
            options={importKinds.map((each) => ({ value: each, label: t(valueWordsOf('kind', each)) }))}
            onChange={setKind}
          />
          <FileLink contract={importContracts.template} input={{ kind }} label={w.template} />
          <label className={styles['choose']}>
            <Icon name="plus" size="small" /> {preview.pending ? w.uploading : w.choose}
            <input
              type="file"
              accept=".csv,.xlsx"
              disabled={preview.pending}
              onChange={({ target }) => {
                const [file] = target.files ?? [];
                if (file) void read(file).catch(() => null);
                target.value = '';
              }}
            />
          </label>
        </div>
        <RefusalAlert error={preview.error} />
      </Section>
    </div>
  );
}
