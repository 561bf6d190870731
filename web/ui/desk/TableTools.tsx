import type { ReactNode } from 'react';
import { CommandBar, type BarCommand } from '#web/ui/desk/CommandBar.tsx';
import styles from '#web/ui/desk/TableTools.module.css';

type Props = {
  /** Ways to find and to filter. */
  readonly children?: ReactNode;
  readonly commands: readonly BarCommand[];
};

/** What stands above a table: how to find in it on the left, what to make anew on the right. */
export function TableTools({ children, commands }: Props) {
  return (
    <div className={styles['tools']}>
      <div className={styles['filters']}>{children}</div>
      {commands.length > 0 ? <CommandBar commands={commands} /> : null}
    </div>
  );
}
