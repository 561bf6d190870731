import { words } from '#domain/kernel/words.ts';
import { useT } from '#web/ui/language.ts';
import styles from '#web/ui/SignaturePad.module.css';
import { strokePath, type Stroke } from '#web/ui/strokes.ts';

const label = words('{name}的签名', 'Signature of {name}');

/** A stored signature, drawn again. */
export function SignatureView({ strokes, name }: { readonly strokes: readonly Stroke[]; readonly name: string }) {
  const t = useT();
  return (
    <svg className={styles['view']} viewBox="0 0 1000 400" role="img" aria-label={t(label, { name })}>
      {strokes.map((stroke) => (
        <path key={`${stroke[0]?.t}-${stroke[0]?.x}-${stroke[0]?.y}`} d={strokePath(stroke)} />
      ))}
    </svg>
  );
}
