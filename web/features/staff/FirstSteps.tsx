import { catalogueContracts } from '#domain/store/catalogue.contract.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { storeContracts } from '#domain/store/store.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { peopleWords } from '#web/features/staff/people.words.ts';
import styles from '#web/features/staff/people.module.css';
import { Icon } from '#web/ui/Icon.tsx';
import { useWords } from '#web/ui/language.ts';
import { Section } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';

/** What a new store needs before it can receive a car, each with its place; gone when all of it is there. */
export function FirstSteps() {
  const w = useWords(peopleWords);
  const steps = useSteps();
  if (!steps || steps.every(({ done }) => done)) return null;
  return (
    <Section title={w.firstSteps}>
      <ol className={styles['steps']}>
        {steps.map(({ label, to, done }) => (
          <li key={label}>
            <PageLink to={to}>{w[label]}</PageLink>{' '}
            {done ? (
              <>
                <Icon name="check" size="small" /> {w.isDone}
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}

const stock = { topics: ['board:parts'] } as const;

function useSteps() {
  const people = useContractQuery(staffContracts.listPeople, { limit: 1 }, { topics: ['board:staff'] }).data;
  const bays = useContractQuery(staffContracts.listBays, {}, { topics: ['board:staff'] }).data;
  const settings = useContractQuery(storeContracts.readSettings, {}, { topics: ['board:settings'] }).data?.settings;
  const operations = useContractQuery(catalogueContracts.listOperations, { limit: 1 }, stock).data;
  const parts = useContractQuery(catalogueContracts.listParts, { limit: 1 }, stock).data;
  if (!people || !bays || !settings || !operations || !parts) return null;
  return [
    { label: 'stepSettings', to: pathTo('settings'), done: settings.address !== '' && settings.phone !== '' },
    { label: 'stepPeople', to: pathTo('people'), done: people.total > 1 },
    { label: 'stepBays', to: pathTo('people', {}, { tab: 'bays' }), done: bays.items.length > 0 },
    { label: 'stepOperations', to: pathTo('catalogue'), done: operations.total > 0 },
    { label: 'stepParts', to: pathTo('imports'), done: parts.total > 0 },
  ] as const;
}
