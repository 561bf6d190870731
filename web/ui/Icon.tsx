import { iconShapes, type IconName } from '#web/ui/icon-shapes.ts';
import styles from '#web/ui/Icon.module.css';

type Props = { readonly name: IconName; readonly size?: 'small' | 'medium' | 'large'; readonly label?: string };

/** A line icon in the text's colour; decoration unless it has a label. */
export function Icon({ name, size = 'medium', label }: Props) {
  const meaning = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg className={`${styles['icon']} ${styles[size]}`} viewBox="0 0 24 24" {...meaning}>
      {iconShapes[name].map((shape) => (
        <path key={shape} d={shape} />
      ))}
    </svg>
  );
}
