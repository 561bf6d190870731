import type { PromiseLight } from '#domain/repair-order/promise-light.ts';
import styles from '#web/features/quality/quality.module.css';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { PromiseLamp } from '#web/ui/TrafficLight.tsx';
import { When } from '#web/ui/When.tsx';

type Props = {
  readonly car: {
    readonly plate: string | null;
    readonly model: string;
    readonly orderNo: string;
    readonly promisedAt: string | null;
    readonly light: PromiseLight | null;
  };
};

/** Which car, and until when. */
export const CarHead = ({ car }: Props) => (
  <>
    <div className={styles['between']}>
      <PlateTag plate={car.plate} size="large" />
      <span>
        <PromiseLamp light={car.light} /> <When at={car.promisedAt} />
      </span>
    </div>
    <p className={styles['quiet']}>
      {car.model} · <span className="figures nowrap">{car.orderNo}</span>
    </p>
  </>
);
