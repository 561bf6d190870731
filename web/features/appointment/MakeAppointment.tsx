import { useState } from 'react';
import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { customerViewContracts } from '#domain/customer/customer-view.contract.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { FindFiled, type FiledCar } from '#web/features/appointment/FindFiled.tsx';
import { ContractForm } from '#web/ui/contract-form/ContractForm.tsx';

type Props = {
  readonly place: { readonly advisorId: string | null; readonly startsAt: string };
  readonly onDone: (appointmentId: string) => void;
};

/** A new appointment at a place of the board (R030–R034): of a car on file, or of somebody new. */
export function MakeAppointment({ place, onDone }: Props) {
  const [car, setCar] = useState<FiledCar | null>(null);
  const whom = useWhom(car);
  const advisors = useContractQuery(staffContracts.listStaff, { role: 'advisor' }).data?.items ?? [];
  const bays = useContractQuery(staffContracts.listBays, {}).data?.items ?? [];
  const options = {
    advisorId: advisors.map(({ staffId, name }) => ({ value: staffId, label: name })),
    bayId: bays.map(({ bayId, name }) => ({ value: bayId, label: name })),
  };
  const initial = {
    ...place,
    minutes: 30,
    bayId: null,
    channel: 'phone',
    cars: [{ vehicleId: null, plate: null, model: null }],
  };
  return (
    <ContractForm
      contract={appointmentContracts.make}
      known={{ outreachId: null, confirmed: true, ...whom }}
      initial={initial}
      options={options}
      intro={<FindFiled chosen={car} onChoose={setCar} />}
      onDone={({ appointmentId }) => onDone(appointmentId)}
    />
  );
}

/** Whom and which car the file knows; name and phone are asked where nobody is on file. */
function useWhom(car: FiledCar | null) {
  const vehicleId = car?.vehicleId ?? '';
  const file = useContractQuery(customerViewContracts.vehicle, { vehicleId }, { enabled: car !== null }).data;
  if (!car) return { customerId: null };
  const cars = [{ vehicleId, plate: null, model: null }];
  const owner = file?.parties.find(({ relation, endedAt }) => relation === 'owner' && endedAt === null);
  return owner ? { customerId: owner.customerId, customerName: null, phone: null, cars } : { customerId: null, cars };
}
