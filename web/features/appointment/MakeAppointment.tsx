import { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { ContractForm } from '#web/ui/contract-form/ContractForm.tsx';

type Props = {
  readonly place: { readonly advisorId: string | null; readonly startsAt: string };
  /** A customer on file and their car, where the page knows them. */
  readonly whom?: Readonly<Record<string, unknown>>;
  readonly onDone: () => void;
};

/** A new appointment at a place of the board (R030–R034). */
export function MakeAppointment({ place, whom = {}, onDone }: Props) {
  const advisors = useContractQuery(staffContracts.listStaff, { role: 'advisor' }).data?.items ?? [];
  const bays = useContractQuery(staffContracts.listBays, {}).data?.items ?? [];
  const options = {
    advisorId: advisors.map(({ staffId, name }) => ({ value: staffId, label: name })),
    bayId: bays.map(({ bayId, name }) => ({ value: bayId, label: name })),
  };
  const known = {
    customerId: null,
    outreachId: null,
    estimatedHoursCenti: null,
    estimatedFen: null,
    confirmed: true,
    ...whom,
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
      known={known}
      initial={initial}
      options={options}
      onDone={onDone}
    />
  );
}
