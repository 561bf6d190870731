import { followUpContracts } from '#domain/followup/follow-up.contract.ts';
import { followUpMachine } from '#domain/followup/follow-up.machine.ts';
import { checkAction } from '#domain/kernel/machine.ts';
import { words } from '#domain/kernel/words.ts';
import { fieldWordsOf } from '#domain/process/field-words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { staffContracts } from '#domain/staff/staff.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { useActor } from '#web/app/actor.ts';
import styles from '#web/features/followup/followup.module.css';
import { CommandBar } from '#web/ui/desk/CommandBar.tsx';
import { KeyValue } from '#web/ui/KeyValue.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneReveal } from '#web/visit/PhoneReveal.tsx';
import { Listed } from '#web/ui/Listed.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { Timeline } from '#web/ui/Timeline.tsx';
import { useGo } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

const texts = {
  script: words('话术', 'What to say'),
  attempts: words('联系记录', 'Attempts'),
  delivered: words('交车时间', 'Delivered'),
  jobs: words('本次作业', 'What was done'),
  agent: words('跟踪业务员', 'Agent'),
  answers: words('客户回答', 'Answers'),
};

type Props = { readonly followUpId: string; readonly onDone: () => void };

/** Bad answers open a complaint by themselves: the agent goes on there, to say who deals with it (R270). */
const complaintIn = (output: unknown): string | null =>
  typeof output === 'object' && output !== null && 'complaintId' in output && typeof output.complaintId === 'string'
    ? output.complaintId
    : null;

/** One call: what was done on the car, what to ask, the survey, and what came of each attempt. */
export function FollowUpCard({ followUpId, onDone }: Props) {
  const t = useT();
  const w = useWords(texts);
  const actor = useActor();
  const agents = useContractQuery(staffContracts.listStaff, { role: 'follow_up_agent' }).data?.items ?? [];
  const { data, error } = useContractQuery(followUpContracts.detail, { followUpId }, { topics: ['board:followups'] });
  const go = useGo();
  if (!data) return <RefusalAlert error={error} />;
  const known = { followUpId, version: data.version };
  const at = { state: data.state, actor };
  const options = { agentId: agents.map(({ staffId, name }) => ({ value: staffId, label: name })) };
  const answers = Object.entries(data.answers ?? {}).map(([name, score]) => ({
    key: name,
    label: t(fieldWordsOf(name)),
    value: score,
  }));
  return (
    <div className={styles['card']}>
      <h2>
        {data.customerName} {data.salutation}{' '}
        <PhoneReveal customerId={data.customerId} masked={data.phone} reason="follow_up" />
      </h2>
      <div className={styles['buttons']}>
        <CommandBar
          onDone={(output) => {
            const complaint = complaintIn(output);
            return complaint ? go(pathTo('complaints', {}, { complaint })) : onDone();
          }}
          commands={[
            {
              contract: followUpContracts.complete,
              known: { ...known, complaint: null },
              kind: 'primary',
              initial: { channel: 'phone', answers: {} },
              disabled: checkAction(followUpMachine, 'complete', at),
            },
            {
              contract: followUpContracts.attempt,
              known,
              initial: { channel: 'phone', result: 'no_answer' },
              disabled: checkAction(followUpMachine, 'attempt', at),
            },
            {
              contract: followUpContracts.assign,
              known,
              options,
              disabled: checkAction(followUpMachine, 'assign', at),
            },
          ]}
        />
      </div>
      <KeyValue
        pairs={[
          { key: 'jobs', label: w.jobs, value: <Listed items={data.jobs} /> },
          { key: 'delivered', label: w.delivered, value: <When at={data.deliveredAt} as="both" /> },
          { key: 'agent', label: w.agent, value: data.agentName },
        ]}
      />
      <h3>{w.script}</h3>
      <ol className={styles['script']}>
        {data.script.map((line) => (
          <li key={line.zh}>{t(line)}</li>
        ))}
      </ol>
      {answers.length > 0 ? (
        <>
          <h3>{w.answers}</h3>
          <KeyValue pairs={answers} />
          <p>{data.opinion}</p>
        </>
      ) : null}
      <h3>{w.attempts}</h3>
      <Timeline
        entries={data.attemptList.map((each) => ({
          key: each.attemptId,
          at: each.triedAt,
          title: `${t(valueWordsOf('channel', each.channel))} · ${t(valueWordsOf('result', each.result))}`,
          who: each.byName,
          detail: each.note,
        }))}
      />
    </div>
  );
}
