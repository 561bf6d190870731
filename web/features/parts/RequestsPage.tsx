import { counterContracts } from '#domain/parts/counter.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { ArrivalsTab } from '#web/features/parts/ArrivalsTab.tsx';
import { OldPartsTab } from '#web/features/parts/OldPartsTab.tsx';
import styles from '#web/features/parts/parts.module.css';
import { partsWords, stockWords } from '#web/features/parts/parts.words.ts';
import { PickTab } from '#web/features/parts/PickTab.tsx';
import { ShortagesTab } from '#web/features/parts/ShortagesTab.tsx';
import { counterTopics } from '#web/features/parts/topics.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { PageTabs } from '#web/ui/desk/PageTabs.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { useGo } from '#web/ui/url-state.ts';

/** The parts counter: what to pick, what is short, what came in, which old parts are owed. */
export function RequestsPage() {
  const w = useWords(partsWords);
  const s = useWords(stockWords);
  const go = useGo();
  const { roles } = useSession();
  const counts = useCounts();
  const tabs = [
    { key: 'pick', label: counted(w.pick, counts.pick), children: <PickTab /> },
    { key: 'short', label: counted(w.shortages, counts.short), children: <ShortagesTab /> },
    { key: 'arrivals', label: w.arrivals, children: <ArrivalsTab /> },
    { key: 'old', label: counted(w.oldParts, counts.old), children: <OldPartsTab /> },
  ];
  return (
    <>
      <PageHeader title={w.title}>
        {roles.includes('parts_clerk') || roles.includes('service_manager') ? (
          <span className={styles['touch']}>
            <ActionButton icon={<Icon name="plus" size="small" />} onPress={() => go(pathTo('stock_receipts'))}>
              {s.receive}
            </ActionButton>
          </span>
        ) : null}
      </PageHeader>
      <PageTabs tabs={tabs} />
    </>
  );
}

const counted = (label: string, count: number | undefined): string =>
  count === undefined || count === 0 ? label : `${label} ${count}`;

function useCounts() {
  const topics = { topics: counterTopics };
  return {
    pick: useContractQuery(counterContracts.requests, { limit: 1 }, topics).data?.total,
    short: useContractQuery(counterContracts.shortages, { limit: 1 }, topics).data?.total,
    old: useContractQuery(counterContracts.oldParts, { due: true, limit: 1 }, topics).data?.total,
  };
}
