import type { OutputOf } from '#domain/kernel/contract.ts';
import type { Words } from '#domain/kernel/words.ts';
import { receptionDayContracts } from '#domain/reception/reception-day.contract.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { Loading } from '#web/app/Loading.tsx';
import { useSession } from '#web/app/session.ts';
import { readinessWords } from '#web/features/reception/reception.words.ts';
import styles from '#web/features/reception/reception.module.css';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { DataTable } from '#web/ui/desk/DataTable.tsx';
import { Icon } from '#web/ui/Icon.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader, Section } from '#web/ui/PageHeader.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { When } from '#web/ui/When.tsx';

type Readiness = OutputOf<typeof receptionDayContracts.readiness>;
type Person = Readiness['people'][number];

/** The day's check before opening: one's own items to tick, and who at reception is ready (R050–R052). */
export function ReadinessPage() {
  const t = useT();
  const w = useWords(readinessWords);
  const { roles } = useSession();
  const ticks = roles.includes('advisor') || roles.includes('receptionist');
  const { data, error } = useContractQuery(receptionDayContracts.readiness, {}, { topics: ['board:reception'] });
  if (!data) return error ? <RefusalAlert error={error} /> : <Loading />;
  return (
    <>
      <PageHeader title={w.title} note={`${data.day} · ${t(readinessWords.note, { time: data.opensAt })}`} />
      <div className={styles['columns']}>
        {ticks ? <MyCheck readiness={data} /> : null}
        <Section title={w.team}>
          <Team people={data.people} />
        </Section>
      </div>
    </>
  );
}

function MyCheck({ readiness: { items } }: { readonly readiness: Readiness }) {
  const t = useT();
  const w = useWords(readinessWords);
  const command = useContractCommand(receptionDayContracts.tickReadiness, { touches: ['board:reception'] });
  const open = items.filter(({ tickedAt }) => tickedAt === null).map(({ item }) => item);
  return (
    <Section
      title={w.mine}
      side={
        open.length > 0 ? (
          <ActionButton kind="primary" pending={command.pending} onPress={() => command.run({ items: open })}>
            {w.all}
          </ActionButton>
        ) : null
      }
    >
      <RefusalAlert error={command.error} />
      <div className={styles['checks']} role="group" aria-label={w.mine}>
        {items.map(({ item, tickedAt, ...said }) => (
          <button
            key={item}
            type="button"
            role="checkbox"
            aria-checked={tickedAt !== null}
            className={styles['check']}
            onClick={() => (tickedAt === null ? command.run({ items: [item] }) : undefined)}
          >
            {t(said)}
            {tickedAt === null ? (
              <span>{w.tick}</span>
            ) : (
              <span className={styles['row']}>
                <Icon name="check" /> <When at={tickedAt} />
              </span>
            )}
          </button>
        ))}
      </div>
    </Section>
  );
}

function Team({ people }: { readonly people: readonly Person[] }) {
  const w = useWords(readinessWords);
  return (
    <DataTable
      caption={w.team}
      rows={people}
      keyOf={(person) => person.staffId}
      columns={[
        { title: w.person, dataIndex: 'name' },
        { title: w.done, align: 'right', render: (_, person) => `${person.done} / ${person.total}` },
        { title: w.at, render: (_, person) => <When at={person.completeAt} /> },
        { title: w.state, render: (_, person) => <StateTag {...stateOf(person)} /> },
      ]}
    />
  );
}

function stateOf({ inTime }: Person): { readonly words: Words; readonly tone: Tone } {
  if (inTime === null) return { words: readinessWords.open, tone: 'neutral' };
  return inTime ? { words: readinessWords.ready, tone: 'good' } : { words: readinessWords.late, tone: 'bad' };
}
