import { complaintMachine } from '#domain/followup/complaint.machine.ts';
import { useState } from 'react';
import { complaintContracts } from '#domain/followup/complaint.contract.ts';
import type { CustomerVisitView } from '#domain/repair-order/customer-visit.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { myVisitWords } from '#web/features/my-visit/my-visit.words.ts';
import { ContractForm } from '#web/ui/contract-form/ContractForm.tsx';
import { useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';

/** What the customer thinks of it: a complaint has a channel, and its course is shown (R275). */
export function AfterVisit({ visit }: { readonly visit: CustomerVisitView }) {
  const w = useWords(myVisitWords);
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  const { data } = useContractQuery(complaintContracts.ofVisit, { orderId: visit.orderId }, { topics: ['order:*'] });
  return (
    <PhoneCard>
      <h2>{w.opinion}</h2>
      {data?.complaints.map((each) => (
        <p key={each.complaintId}>
          {each.complaintNo} <StateTag words={complaintMachine.states[each.state]} tone="active" /> {each.description}
        </p>
      ))}
      {sent ? <p>{w.thanks}</p> : null}
      {open ? (
        <ContractForm
          contract={complaintContracts.open}
          known={{
            orderId: visit.orderId,
            customerId: null,
            vehicleId: null,
            source: 'customer_page',
            level: 'general',
          }}
          initial={{ class: 'repair_quality' }}
          onDone={() => {
            setOpen(false);
            setSent(true);
          }}
          onCancel={() => setOpen(false)}
        />
      ) : (
        <PhoneButton onPress={() => setOpen(true)}>{w.opinion}</PhoneButton>
      )}
    </PhoneCard>
  );
}
