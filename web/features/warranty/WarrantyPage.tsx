import { Drawer } from 'antd';
import { useState } from 'react';
import { warrantyListContracts } from '#domain/diagnosis/warranty-list.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { useSession } from '#web/app/session.ts';
import { JudgeForm } from '#web/features/warranty/JudgeForm.tsx';
import { JudgedLines, type JudgedLine } from '#web/features/warranty/JudgedLines.tsx';
import { warrantyWords } from '#web/features/warranty/warranty.words.ts';
import { PageTabs } from '#web/ui/desk/PageTabs.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { Receivables } from '#web/visit/Receivables.tsx';

const lists = ['toJudge', 'reported', 'notTold'] as const;
const mayReadReceivables = ['warranty_clerk', 'service_manager', 'cashier'] as const;

/** The warranty clerk's day: judgements to give, answers awaited, customers to tell, money the manufacturer owes (R100–R103). */
export function WarrantyPage() {
  const w = useWords(warrantyWords);
  const { roles } = useSession();
  const [judging, setJudging] = useState<JudgedLine | null>(null);
  const { data, error } = useContractQuery(
    warrantyListContracts.home,
    {},
    { topics: ['board:visits', 'order:*'], keepPrevious: true },
  );
  const judged = lists.map((key) => ({
    key,
    label: data && data[key].length > 0 ? `${w[key]} ${data[key].length}` : w[key],
    children: <JudgedLines caption={w[key]} lines={data?.[key]} error={error} onJudge={setJudging} />,
  }));
  const owes = {
    key: 'receivables',
    label: w.receivables,
    children: <Receivables caption={w.receivables} payer="manufacturer" />,
  };
  const readsMoney = mayReadReceivables.some((role) => roles.includes(role));
  return (
    <>
      <PageHeader title={w.title} />
      <PageTabs tabs={readsMoney ? [...judged, owes] : judged} />
      <Drawer title={w.judge} size="large" open={judging !== null} onClose={() => setJudging(null)} destroyOnHidden>
        {judging ? <JudgeForm line={judging} onDone={() => setJudging(null)} /> : null}
      </Drawer>
    </>
  );
}
