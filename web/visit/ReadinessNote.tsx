import { words } from '#domain/kernel/words.ts';
import { receptionDayContracts } from '#domain/reception/reception-day.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { useSession } from '#web/app/session.ts';
import { useT } from '#web/ui/language.ts';
import { PageLink } from '#web/ui/PageLink.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';

/** How the day's check before opening stands: one's own where one ticks it, else how many at reception are ready (R050–R052). */
export function ReadinessNote() {
  const t = useT();
  const { staffId } = useSession();
  const { data } = useContractQuery(receptionDayContracts.readiness, {}, { topics: ['board:reception'] });
  if (!data) return null;
  const mine = data.people.find((each) => each.staffId === staffId);
  const done = mine?.done ?? data.people.filter(({ completeAt }) => completeAt !== null).length;
  const total = mine?.total ?? data.people.length;
  const late = mine ? mine.inTime === false : data.people.some(({ inTime }) => inTime === false);
  const text = mine
    ? words(`班前准备 ${done}/${total}`, `Readiness ${done}/${total}`)
    : words(`班前准备 ${done}/${total} 人就绪`, `Ready for the day: ${done} of ${total}`);
  return (
    <PageLink to={pathTo('readiness')} aria-label={t(text)}>
      <StateTag words={text} tone={done === total ? (late ? 'warn' : 'good') : late ? 'bad' : 'neutral'} />
    </PageLink>
  );
}
