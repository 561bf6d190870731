import { wheel, wheelSteps, type WheelStep } from '#domain/kernel/wheel.ts';
import { words } from '#domain/kernel/words.ts';
import { useT } from '#web/ui/language.ts';
import styles from '#web/ui/WheelRing.module.css';
import { arcPath } from '#web/ui/wheel-geometry.ts';

type Props = {
  /** Where the car stands; null when it is all done. */
  readonly step: WheelStep | null;
  readonly size?: 'small' | 'large';
  /** What stands in the middle of a large wheel. */
  readonly middle?: string;
};

const label = words('流程：第 {number} 步（共 12 步）{zh}', 'Process: step {number} of 12, {en}');
const done = words('流程：十二步全部完成', 'Process: all twelve steps done');

/** The wheel of twelve steps: done, present (alive) and ahead; steps 6–9 are drawn thinner, being the dealership's own. */
export function WheelRing({ step, size = 'small', middle }: Props) {
  const t = useT();
  const present = step === null ? 13 : wheel[step].number;
  const name = step === null ? t(done) : t(label, { number: present, zh: wheel[step].zh, en: wheel[step].en });
  return (
    <svg className={`${styles['ring']} ${styles[size]}`} viewBox="0 0 100 100" role="img" aria-label={name}>
      <title>{name}</title>
      {wheelSteps.map((each) => (
        <path key={each} className={segmentClass(each, present)} d={arcPath(wheel[each].number)} />
      ))}
      {size === 'large' ? (
        <g aria-hidden className={styles['middle']}>
          <text x="50" y="47" className={styles['number']}>
            {step === null ? '✓' : present}
          </text>
          <text x="50" y="62" className={styles['name']}>
            {middle ?? (step === null ? '' : t(wheel[step]))}
          </text>
        </g>
      ) : null}
    </svg>
  );
}

function segmentClass(step: WheelStep, present: number): string {
  const { number, facesCustomer } = wheel[step];
  const when = number < present ? 'done' : number === present ? 'present' : 'ahead';
  return [styles['step'], styles[when], facesCustomer ? '' : styles['internal']].join(' ');
}
