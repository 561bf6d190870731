import { words } from '#domain/kernel/words.ts';
import styles from '#web/features/parts/parts.module.css';
import { useT } from '#web/ui/language.ts';

type Named = { readonly name: string; readonly nameEn: string };

/** What a part is called in both languages; many catalogues know the Chinese name alone. */
export const partWords = ({ name, nameEn }: Named) => words(name, nameEn || name);

/** A part by its name, its number beneath. */
export function PartName({ part }: { readonly part: Named & { readonly code: string } }) {
  const t = useT();
  return (
    <span className={styles['partName']}>
      {t(partWords(part))}
      <small className="figures">{part.code}</small>
    </span>
  );
}
