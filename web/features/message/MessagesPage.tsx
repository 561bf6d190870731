import { messageMachine } from '#domain/message/message.machine.ts';
import type { TableColumnsType } from 'antd';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { messageContracts } from '#domain/message/message.contract.ts';
import type { MessageState } from '#domain/message/message.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { useContractCommand, useContractQuery } from '#web/api/hooks.ts';
import { pathTo } from '#web/app/paths.ts';
import { messageWords } from '#web/features/message/message.words.ts';
import styles from '#web/features/message/message.module.css';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { PagedTable, usePaging } from '#web/ui/desk/PagedTable.tsx';
import { ShowFilter } from '#web/ui/desk/ShowFilter.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PageHeader } from '#web/ui/PageHeader.tsx';
import { PageLink } from '#web/ui/PageLink.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { useUrlState } from '#web/ui/url-state.ts';
import { When } from '#web/ui/When.tsx';

type Message = OutputOf<typeof messageContracts.outbox>['items'][number];

const { queued, held, failed, sent } = messageMachine.states;
const shows = { all: messageWords.all, queued, held, failed, sent };
const tones: Readonly<Record<MessageState, Tone>> = { queued: 'active', sent: 'good', failed: 'bad', held: 'warn' };

/** What goes to customers, what went, and what nothing carries: seen, sent again, or delivered by hand (R262). */
export function MessagesPage() {
  const w = useWords(messageWords);
  const [{ show }, setUrl] = useUrlState({ show: 'all', page: '1' }, { show: shows });
  const { data, error, isPending } = useContractQuery(
    messageContracts.outbox,
    { ...usePaging(), ...(show === 'all' ? {} : { state: show as MessageState }) },
    { topics: ['board:messages'], keepPrevious: true },
  );
  return (
    <>
      <PageHeader title={w.title} note={w.note} />
      <ShowFilter value={show} options={shows} onChange={(next) => setUrl({ show: next, page: '1' })} />
      <PagedTable
        caption={w.title}
        empty={w.none}
        page={data}
        columns={useColumns()}
        keyOf={({ messageId }) => messageId}
        pending={isPending}
        error={error}
      />
    </>
  );
}

function useColumns(): TableColumnsType<Message> {
  const t = useT();
  const w = useWords(messageWords);
  return [
    {
      title: w.to,
      render: (_, row) => (
        <>
          {row.customerName ?? '—'}
          <br />
          <span className="figures">{row.recipient ?? '—'}</span>
        </>
      ),
    },
    { title: w.channel, render: (_, row) => t(valueWordsOf('channel', row.channel)) },
    {
      title: w.subject,
      render: (_, row) => (
        <>
          <strong>{row.subject}</strong>
          <div className={styles['body']}>{row.body}</div>
        </>
      ),
    },
    {
      title: w.state,
      render: (_, row) => (
        <>
          <StateTag words={messageMachine.states[row.state]} tone={tones[row.state]} />
          {row.lastError ? <div className={styles['error']}>{row.lastError}</div> : null}
        </>
      ),
    },
    { title: w.attempts, align: 'right', dataIndex: 'attempts' },
    { title: w.at, render: (_, row) => <When at={row.sentAt ?? row.createdAt} /> },
    {
      title: w.order,
      render: (_, { orderId }) => (orderId ? <PageLink to={pathTo('order', { orderId })}>{w.open}</PageLink> : '—'),
    },
    { title: '', fixed: 'right', render: (_, row) => <Acts message={row} /> },
  ];
}

function Acts({ message: { messageId, state } }: { readonly message: Message }) {
  const w = useWords(messageWords);
  const touches = ['board:messages'] as const;
  const retry = useContractCommand(messageContracts.retry, { touches });
  const mark = useContractCommand(messageContracts.markSent, { touches });
  if (state === 'sent') return null;
  return (
    <div className={styles['buttons']}>
      {state === 'queued' ? null : (
        <ActionButton size="small" pending={retry.pending} onPress={() => retry.run({ messageId })}>
          {w.retry}
        </ActionButton>
      )}
      <ActionButton size="small" pending={mark.pending} confirm={w.markSure} onPress={() => mark.run({ messageId })}>
        {w.mark}
      </ActionButton>
      <RefusalAlert error={retry.error ?? mark.error} />
    </div>
  );
}
