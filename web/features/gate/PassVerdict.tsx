import { useEffect, useRef, useState } from 'react';
import { deliveryContracts } from '#domain/delivery/delivery.contract.ts';
import type { gateContracts } from '#domain/delivery/gate.contract.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { gateWords } from '#web/features/gate/gate.words.ts';
import styles from '#web/features/gate/gate.module.css';
import { problemOf } from '#web/ui/forms/problem-of.ts';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';

type Pass = OutputOf<typeof gateContracts.pass>;
type Props = { readonly code: string; readonly pass: Pass; readonly onClose: () => void };

/** The whole screen green or red, said in words and by shape too, with the one button that a green one has. */
export function PassVerdict({ code, pass, onClose }: Props) {
  const t = useT();
  const w = useWords(gateWords);
  const [km, setKm] = useState('');
  const open = useContractCommand(deliveryContracts.openGate, { touches: ['board:*', 'order:*'] });
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  const [gone, setGone] = useState(false);
  const openGate = async () => {
    await open.runAsync({ code, odometerKm: /^\d+$/.test(km) ? Number(km) : null });
    setGone(true);
  };
  const light = open.refusal && open.refusal.field !== 'odometerKm' ? 'red' : pass.light;
  const title = gone ? w.wentOut : light === 'green' ? w.goes : w.stays;
  return (
    <div
      ref={place}
      tabIndex={-1}
      className={styles['verdict']}
      data-light={light}
      role="alertdialog"
      aria-label={title}
    >
      <Icon name={light === 'green' ? 'check' : 'close'} size="large" />
      <h1>{title}</h1>
      {pass.reason && !gone ? <p className={styles['why']}>{t(pass.reason)}</p> : null}
      {pass.passNo ? <Facts pass={pass} /> : null}
      {light === 'green' && !gone ? (
        <>
          <ul className={styles['must']}>
            {pass.mustBeThere.map((each) => (
              <li key={each.zh}>{t(each)}</li>
            ))}
          </ul>
          {pass.kind === 'temporary' ? (
            <PhoneField
              label={w.odometer}
              inputMode="numeric"
              value={km}
              onChange={setKm}
              problem={problemOf(open.error, 'odometerKm', t)}
            />
          ) : null}
        </>
      ) : null}
      <RefusalAlert error={open.error} shownFields={['odometerKm']} />
      <span className={styles['space']} />
      {light === 'green' && !gone ? (
        <button
          type="button"
          className={styles['open']}
          aria-busy={open.pending}
          onClick={() => void openGate().catch(() => null)}
        >
          {w.open}
        </button>
      ) : null}
      <button type="button" className={styles['next']} onClick={onClose}>
        {w.next}
      </button>
    </div>
  );
}

function Facts({ pass }: { readonly pass: Pass }) {
  const t = useT();
  return (
    <div className={styles['facts']}>
      <PlateTag plate={pass.plate} size="large" />
      {pass.collectorName ? (
        <p className={styles['collector']}>{t(gateWords.collector, { name: pass.collectorName })}</p>
      ) : null}
      <p>
        {pass.kind ? t(gateWords[pass.kind]) : null} <span className="figures">{pass.passNo}</span>
      </p>
    </div>
  );
}
