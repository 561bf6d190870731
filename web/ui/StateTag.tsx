import type { Words } from '#domain/kernel/words.ts';
import { Icon } from '#web/ui/Icon.tsx';
import type { IconName } from '#web/ui/icon-shapes.ts';
import { useT } from '#web/ui/language.ts';
import styles from '#web/ui/StateTag.module.css';
import tones from '#web/ui/tone.module.css';
import type { Tone } from '#web/ui/theme.ts';

const shapes: Readonly<Record<Tone, IconName>> = {
  neutral: 'clock',
  active: 'play',
  good: 'check',
  warn: 'warn',
  bad: 'late',
};

type Props = { readonly words: Words; readonly tone: Tone; readonly icon?: IconName; readonly title?: string };

/** A state: colour, shape and word together. */
export function StateTag({ words, tone, icon, title }: Props) {
  const t = useT();
  return (
    <span className={`${styles['tag']} ${tones[tone]}`} title={title}>
      <Icon name={icon ?? shapes[tone]} size="small" />
      {t(words)}
    </span>
  );
}
