import type { appointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { tagMarkerWords } from '#domain/appointment/tag.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { addMinutes, shopTime } from '#domain/kernel/calendar.ts';
import { appointmentWords } from '#web/features/appointment/appointment.words.ts';
import styles from '#web/features/appointment/appointment.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { PlateTag } from '#web/ui/PlateTag.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { TimeGrid, type GridTag } from '#web/ui/TimeGrid.tsx';

type Board = OutputOf<typeof appointmentContracts.board>;
type Tag = Board['tags'][number];

/** The row of appointments without an advisor. */
export const noAdvisor = 'none';

const tones: Readonly<Record<Tag['marker'], Tone>> = { none: 'active', arrived: 'good', late: 'warn', no_show: 'bad' };

type GridProps = {
  readonly board: Board;
  readonly isToday: boolean;
  readonly onTag: (appointmentId: string) => void;
  readonly onPlace: ((advisorId: string, time: string) => void) | undefined;
};

/** Advisors against hours, and a row for who has no advisor yet (R039). */
export function AppointmentGrid({ board, isToday, onTag, onPlace }: GridProps) {
  const t = useT();
  const w = useWords(appointmentWords);
  const first = board.hours[0] ?? board.now;
  const last = board.hours.at(-1) ?? board.now;
  const tags: GridTag[] = board.tags.map((tag) => ({
    key: tag.appointmentId,
    row: tag.advisorId ?? noAdvisor,
    from: tag.startsAt,
    until: addMinutes(tag.startsAt, tag.minutes),
    tone: tag.state === 'requested' ? 'neutral' : tones[tag.marker],
    label: `${shopTime(tag.startsAt)} ${tag.customerName} ${tag.plates.join(' ')} ${tag.requestedJobs} ${t(tagMarkerWords[tag.marker])}`,
    content: <TagFace tag={tag} />,
  }));
  const rows = [
    ...board.advisors.map(({ advisorId, name }) => ({ key: advisorId, title: name })),
    { key: noAdvisor, title: w.unassigned },
  ];
  return (
    <TimeGrid
      roomy
      tall
      label={w.board}
      opensAt={shopTime(first)}
      closesAt={shopTime(addMinutes(last, 60))}
      rows={rows}
      tags={tags}
      {...(isToday ? { now: board.now } : {})}
      onTag={(tag) => onTag(tag.key)}
      {...(onPlace ? { onPlace } : {})}
    />
  );
}

function TagFace({ tag }: { readonly tag: Tag }) {
  const t = useT();
  return (
    <span className={styles['tag']}>
      <span className={styles['tagHead']}>
        <span className="figures">{shopTime(tag.startsAt)}</span>
        {tag.marker === 'none' ? null : <em>{t(tagMarkerWords[tag.marker])}</em>}
      </span>
      <strong>{tag.customerName}</strong>
      <PlateTag plate={tag.plates[0] ?? null} size="small" />
      <small>{tag.requestedJobs}</small>
      {tag.bayName ? <small>{tag.bayName}</small> : null}
    </span>
  );
}
