import { Input } from 'antd';
import { useState } from 'react';
import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { customerContracts } from '#domain/customer/customer.contract.ts';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { OpenOrder } from '#web/features/reception/OpenOrder.tsx';
import { ReceptionQueue } from '#web/features/reception/ReceptionQueue.tsx';
import { receptionWords } from '#web/features/reception/reception.words.ts';
import styles from '#web/features/reception/reception.module.css';
import { CommandBar } from '#web/ui/desk/CommandBar.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

const newCustomer = { kind: 'person', salutation: '先生', preferredChannel: 'phone', phoneShared: false };
const newVehicle = { powerType: 'petrol', serviceIntervalMonths: 6, serviceIntervalKm: 10_000 };

/** Find or file the car, check whose it is, open its order (R060–R063). */
export function ReceiveCarPage() {
  const w = useWords(receptionWords);
  const [{ vehicle, appointment }, setUrl] = useUrlState({ vehicle: '', appointment: '' });
  const booked = useContractQuery(
    appointmentContracts.detail,
    { appointmentId: appointment },
    { enabled: appointment !== '' },
  ).data;
  const vehicleId = vehicle || (booked?.vehicles.find((each) => each.orderId === null)?.vehicleId ?? '');
  const filed = (output: unknown) => setUrl({ vehicle: (output as { readonly id: string }).id });
  return (
    <>
      <PageHeader title={w.title} note={w.steps}>
        <CommandBar
          commands={[
            {
              contract: customerContracts.fileVehicle,
              known: { ownerId: null },
              initial: newVehicle,
              label: receptionWords.newVehicle,
            },
          ]}
          onDone={filed}
        />
        <CommandBar
          commands={[
            {
              contract: customerContracts.fileCustomer,
              known: {},
              initial: newCustomer,
              label: receptionWords.newCustomer,
            },
          ]}
        />
      </PageHeader>
      {vehicleId ? null : <ReceptionQueue onReceive={setUrl} />}
      <FindCar begin={booked?.vehicles[0]?.plate ?? ''} onChoose={(id) => setUrl({ vehicle: id })} />
      {vehicleId ? <OpenOrder key={vehicleId} vehicleId={vehicleId} appointment={booked ?? null} /> : null}
    </>
  );
}

function FindCar({ begin, onChoose }: { readonly begin: string; readonly onChoose: (vehicleId: string) => void }) {
  const w = useWords(receptionWords);
  const [typed, setTyped] = useState<string | null>(null);
  const q = (typed ?? begin).trim();
  const { data, error } = useContractQuery(
    customerViewContracts.search,
    { q },
    { enabled: q.length > 1, keepPrevious: true },
  );
  const cars = q.length > 1 ? (data?.vehicles ?? []) : [];
  return (
    <section className={styles['find']}>
      <Input
        size="large"
        placeholder={w.find}
        aria-label={w.find}
        value={typed ?? begin}
        onChange={(event) => setTyped(event.target.value)}
      />
      <RefusalAlert error={error} />
      <ul className={styles['found']}>
        {cars.map((car) => (
          <li key={car.vehicleId}>
            <button type="button" onClick={() => onChoose(car.vehicleId)}>
              <PlateTag plate={car.plate} /> {car.brand} {car.model} · {car.ownerName} ·{' '}
              <span className="figures">{car.vin}</span>
            </button>
          </li>
        ))}
        {q.length > 1 && data && cars.length === 0 ? <li>{w.notFound}</li> : null}
      </ul>
    </section>
  );
}
