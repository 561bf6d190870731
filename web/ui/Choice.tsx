import { type ReactNode, useEffect, useRef, useState } from 'react';
import styles from '#web/ui/Choice.module.css';

type Props = {
  readonly label: string;
  readonly button: ReactNode;
  readonly children: (close: () => void) => ReactNode;
};

/** A button that opens a small panel beneath it; Escape or a press elsewhere closes it. */
export function Choice({ label, button, children }: Props) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !place.current?.contains(event.target as Node))
        setOpen(false);
    };
    document.addEventListener('keydown', close);
    document.addEventListener('pointerdown', close);
    return () => {
      document.removeEventListener('keydown', close);
      document.removeEventListener('pointerdown', close);
    };
  }, [open]);
  return (
    <div className={styles['place']} ref={place}>
      <button
        type="button"
        className={styles['button']}
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open ? <div className={styles['panel']}>{children(() => setOpen(false))}</div> : null}
    </div>
  );
}
