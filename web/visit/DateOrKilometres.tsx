import { words } from '#domain/kernel/words.ts';
import { Kilometres } from '#web/ui/figures.tsx';
import { useT } from '#web/ui/language.ts';

const or = words('或', 'or');

type Props = { readonly on: string | null; readonly km: number | null };

/** A day or a distance, whichever comes first: when a service is due, until when a warranty holds. A dash for neither. */
export function DateOrKilometres({ on, km }: Props) {
  const t = useT();
  if (on === null) return <Kilometres km={km} />;
  return (
    <>
      <span className="figures">{on}</span>{' '}
      {km === null ? null : (
        <>
          {t(or)} <Kilometres km={km} />
        </>
      )}
    </>
  );
}
