import { Segmented } from 'antd';
import type { Words } from '#domain/kernel/words.ts';
import { useT } from '#web/ui/language.ts';
import styles from '#web/ui/desk/ShowFilter.module.css';

type Props = {
  readonly value: string;
  readonly options: Readonly<Record<string, Words>>;
  readonly onChange: (value: string) => void;
  /** In a line with other filters, which keeps the distance to the list. */
  readonly beside?: boolean;
};

/** Which part of a list is shown; the choice stands in the address. */
export function ShowFilter({ value, options, onChange, beside = false }: Props) {
  const t = useT();
  return (
    <div className={beside ? undefined : styles['place']}>
      <Segmented
        value={value}
        options={Object.entries(options).map(([key, label]) => ({ value: key, label: t(label) }))}
        onChange={(next) => onChange(String(next))}
      />
    </div>
  );
}
