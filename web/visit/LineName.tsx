import { useLanguage } from '#web/ui/language.ts';
import styles from '#web/visit/visit.module.css';

type Props = {
  /** As it was presented and is signed. */
  readonly name: string;
  /** What the catalogue calls it in English; missing where it has no such name. */
  readonly english?: string | undefined;
};

/** A line's name; in English with the name that is signed beneath, for it alone counts. */
export function LineName({ name, english }: Props) {
  const language = useLanguage();
  if (language === 'zh' || !english) return <span>{name}</span>;
  return (
    <span>
      {english}{' '}
      <small className={styles['signedName']} lang="zh-CN">
        {name}
      </small>
    </span>
  );
}
