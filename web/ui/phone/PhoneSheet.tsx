import { useEffect, useRef, type ReactNode } from 'react';
import { words } from '#domain/kernel/words.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useT } from '#web/ui/language.ts';
import styles from '#web/ui/phone/sheet.module.css';

type Props = { readonly title: string; readonly onClose: () => void; readonly children: ReactNode };

const close = words('关闭', 'Close');

/** A form over the whole phone page; Escape and the cross close it, and focus stays within. */
export function PhoneSheet({ title, onClose, children }: Props) {
  const t = useT();
  const place = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = place.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={place}
      className={styles['sheet']}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles['head']}>
        <h2>{title}</h2>
        <button type="button" onClick={onClose} aria-label={t(close)}>
          <Icon name="close" size="large" />
        </button>
      </header>
      <div className={styles['body']}>{children}</div>
    </dialog>
  );
}
