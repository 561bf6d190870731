import { Tabs } from 'antd';
import { BaysTab } from '#web/features/staff/BaysTab.tsx';
import { useSession } from '#web/app/session.ts';
import { FirstSteps } from '#web/features/staff/FirstSteps.tsx';
import { peopleWords } from '#web/features/staff/people.words.ts';
import { PeopleTab } from '#web/features/staff/PeopleTab.tsx';
import { TeamsTab } from '#web/features/staff/TeamsTab.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { useUrlState } from '#web/ui/url-state.ts';

/** Who works here, in which roles and teams, and on which bays (R003). */
export function PeoplePage() {
  const w = useWords(peopleWords);
  const { roles } = useSession();
  const [{ tab }, setUrl] = useUrlState({ tab: 'people', page: '1' });
  const items = [
    { key: 'people', label: w.people, children: <PeopleTab /> },
    { key: 'teams', label: w.teams, children: <TeamsTab /> },
    { key: 'bays', label: w.bays, children: <BaysTab /> },
  ];
  return (
    <>
      <PageHeader title={w.title} />
      {roles.includes('admin') ? <FirstSteps /> : null}
      <Tabs activeKey={tab} onChange={(key) => setUrl({ tab: key, page: '1' })} items={items} destroyOnHidden />
    </>
  );
}
