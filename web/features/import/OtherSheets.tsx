import type { OutputOf } from '#domain/kernel/contract.ts';
import { importContracts } from '#domain/import/import.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import styles from '#web/features/import/import.module.css';
import { importWords } from '#web/features/import/import.words.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT } from '#web/ui/language.ts';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Props = {
  readonly read: Pick<
    OutputOf<typeof importContracts.read>,
    'importId' | 'version' | 'kind' | 'state' | 'sheet' | 'otherSheets'
  >;
  /** The file as it was chosen, while this person still has it at hand. */
  readonly file: File | null;
  readonly onPreview: (importId: string) => void;
};

/** Which sheet of the workbook was read and which were not; another one is read instead at the press of a button. */
export function OtherSheets({ read, file, onPreview }: Props) {
  const t = useT();
  const touches = ['board:imports'] as const;
  const discard = useContractCommand(importContracts.discard, { touches });
  const preview = useContractCommand(importContracts.preview, {
    touches,
    onDone: ({ importId }) => onPreview(importId),
  });
  const { importId, version, kind, state, sheet, otherSheets } = read;
  if (sheet === null || otherSheets.length === 0) return null;
  const change = async (other: string) => {
    if (!file) return;
    await preview.runAsync({ kind, sheet: other }, { file: [file] });
    discard.run({ importId, version });
  };
  return (
    <>
      <p className={styles['left']}>{t(importWords.sheets, { sheet, others: otherSheets.join('、') })}</p>
      {file && state === 'previewed' ? (
        <div className={styles['line']}>
          {otherSheets.map((other) => (
            <ActionButton
              key={other}
              size="small"
              pending={preview.pending}
              onPress={() => void change(other).catch(() => null)}
            >
              {t(importWords.readOther, { sheet: other })}
            </ActionButton>
          ))}
        </div>
      ) : null}
      <RefusalAlert error={preview.error ?? discard.error} />
    </>
  );
}
