import styles from '#web/ui/BadgeCount.module.css';

/** How many wait; nothing for none. */
export function BadgeCount({ count, label }: { readonly count: number; readonly label: string }) {
  if (count === 0) return null;
  return (
    <span className={styles['badge']} aria-label={`${label} ${count}`}>
      {count > 99 ? '99+' : count}
    </span>
  );
}
