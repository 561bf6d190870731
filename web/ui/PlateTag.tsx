import { plateColour, plateProblem, spacedPlate } from '#domain/kernel/plate.ts';
import { words } from '#domain/kernel/words.ts';
import { useT } from '#web/ui/language.ts';
import styles from '#web/ui/PlateTag.module.css';

type Props = {
  readonly plate: string | null;
  readonly size?: 'small' | 'medium' | 'large';
  readonly vehicleSize?: 'small' | 'large';
};

const noPlate = words('无牌', 'No plate');

/** A plate as it looks on the car: blue, green, yellow, white or black by its kind. */
export function PlateTag({ plate, size = 'medium', vehicleSize = 'small' }: Props) {
  const t = useT();
  if (!plate) return <span className={`${styles['plate']} ${styles[size]} ${styles['none']}`}>{t(noPlate)}</span>;
  const colour = plateProblem(plate) ? 'none' : plateColour(plate, vehicleSize);
  return (
    <span className={`${styles['plate']} ${styles[size]} ${styles[colour]}`} aria-label={plate} role="img">
      {spacedPlate(plate)}
    </span>
  );
}
