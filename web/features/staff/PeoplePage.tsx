import { BaysTab } from '#web/features/staff/BaysTab.tsx';
import { useSession } from '#web/app/session.ts';
import { FirstSteps } from '#web/features/staff/FirstSteps.tsx';
import { peopleWords } from '#web/features/staff/people.words.ts';
import { PeopleTab } from '#web/features/staff/PeopleTab.tsx';
import { TeamsTab } from '#web/features/staff/TeamsTab.tsx';
import { PageTabs } from '#web/ui/desk/PageTabs.tsx';
import { useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';

/** Who works here, in which roles and teams, and on which bays (R003). */
export function PeoplePage() {
  const w = useWords(peopleWords);
  const { roles } = useSession();
  const tabs = [
    { key: 'people', label: w.people, children: <PeopleTab /> },
    { key: 'teams', label: w.teams, children: <TeamsTab /> },
    { key: 'bays', label: w.bays, children: <BaysTab /> },
  ];
  return (
    <>
      <PageHeader title={w.title} />
      {roles.includes('admin') ? <FirstSteps /> : null}
      <PageTabs tabs={tabs} />
    </>
  );
}
