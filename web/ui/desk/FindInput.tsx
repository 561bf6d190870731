import { Input } from 'antd';
import { Icon } from '#web/ui/Icon.tsx';
import styles from '#web/ui/desk/FindInput.module.css';

type Props = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };

/** Narrows a list while one types; the text stands in the address. */
export function FindInput({ label, value, onChange }: Props) {
  return (
    <Input
      allowClear
      className={styles['find'] ?? ''}
      prefix={<Icon name="search" size="small" />}
      placeholder={label}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
