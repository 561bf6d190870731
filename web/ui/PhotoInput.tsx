import { useEffect, useMemo, useRef } from 'react';
import { words } from '#domain/kernel/words.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useWords } from '#web/ui/language.ts';
import styles from '#web/ui/PhotoInput.module.css';

const photoWords = { take: words('拍照或选图', 'Take a photo'), remove: words('移除', 'Remove') } as const;

type Props = {
  readonly label: string;
  readonly files: readonly File[];
  readonly onChange: (files: readonly File[]) => void;
  /** How many at most. */
  readonly most?: number;
};

/** Photos from the camera or the album, shown small, each removable. */
export function PhotoInput({ label, files, onChange, most = 6 }: Props) {
  const w = useWords(photoWords);
  const input = useRef<HTMLInputElement>(null);
  const add = (list: FileList | null) => {
    onChange([...files, ...(list ?? [])].slice(0, most));
    if (input.current) input.current.value = '';
  };
  return (
    <div className={styles['photos']} role="group" aria-label={label}>
      {files.map((file) => (
        <Thumbnail key={`${file.name}-${file.lastModified}-${file.size}`} file={file}>
          <button
            type="button"
            aria-label={`${w.remove} ${file.name}`}
            onClick={() => onChange(files.filter((each) => each !== file))}
          >
            <Icon name="close" size="small" />
          </button>
        </Thumbnail>
      ))}
      {files.length < most ? (
        <label className={styles['add']}>
          <Icon name="camera" size="large" />
          <span>{w.take}</span>
          <input
            ref={input}
            type="file"
            accept="image/*"
            capture="environment"
            multiple={most > 1}
            aria-label={label}
            onChange={(event) => add(event.target.files)}
          />
        </label>
      ) : null}
    </div>
  );
}

function Thumbnail({ file, children }: { readonly file: File; readonly children: React.ReactNode }) {
  const address = useMemo(() => URL.createObjectURL(file), [file]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return (
    <span className={styles['photo']}>
      <img src={address} alt={file.name} />
      {children}
    </span>
  );
}
