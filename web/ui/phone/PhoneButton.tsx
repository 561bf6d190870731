import { useState, type ReactNode } from 'react';
import styles from '#web/ui/phone/phone.module.css';

type Props = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: 'primary' | 'plain' | 'danger';
  readonly type?: 'button' | 'submit';
  readonly wide?: boolean;
  readonly pending?: boolean;
  /** Why it may not be pressed now; shown under the button. */
  readonly disabledReason?: string | null | undefined;
  /** Shown after a first press; a second one does it. */
  readonly confirm?: string;
};

/** A button for fingers: 44 px and more, and it says why it may not be pressed. */
export function PhoneButton({
  children,
  onPress,
  kind = 'plain',
  type = 'button',
  wide = false,
  pending = false,
  disabledReason,
  confirm,
}: Props) {
  const blocked = Boolean(disabledReason);
  const [armed, setArmed] = useState(false);
  const press = () => {
    if (blocked || pending) return;
    if (confirm !== undefined && !armed) return setArmed(true);
    setArmed(false);
    onPress?.();
  };
  return (
    <span className={`${styles['buttonPlace']} ${wide ? styles['wide'] : ''}`}>
      <button
        type={blocked || pending ? 'button' : type}
        className={`${styles['button']} ${styles[kind]}`}
        aria-disabled={blocked || pending}
        aria-busy={pending}
        onClick={press}
        onBlur={() => setArmed(false)}
      >
        {pending ? <span className={styles['spinner']} aria-hidden /> : null}
        {armed ? confirm : children}
      </button>
      {disabledReason ? <small className={styles['reason']}>{disabledReason}</small> : null}
    </span>
  );
}
