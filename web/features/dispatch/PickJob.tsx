import { Drawer } from 'antd';
import { shopTime } from '#domain/kernel/calendar.ts';
import { dispatchWords } from '#web/features/dispatch/dispatch.words.ts';
import type { Board, Queued } from '#web/features/dispatch/grid-tags.ts';
import type { Place } from '#web/features/dispatch/place.ts';
import { QueueList } from '#web/features/dispatch/QueueList.tsx';
import { useT } from '#web/ui/language.ts';

type Props = {
  readonly place: Place;
  readonly board: Board;
  readonly onChoose: (job: Queued) => void;
  readonly onClose: () => void;
};

/** A free quarter was pressed before a job: which one goes there? */
export function PickJob({ place, board, onChoose, onClose }: Props) {
  const t = useT();
  const bay = board.bays.find(({ bayId }) => bayId === place.bayId)?.name;
  const technician = board.technicians.find(({ staffId }) => staffId === place.technicianId)?.name;
  const title = t(dispatchWords.pickJob, { place: bay ?? technician ?? '', time: shopTime(place.from) });
  return (
    <Drawer open onClose={onClose} title={title} size={480} destroyOnHidden>
      <QueueList queue={board.queue} chosen="" onChoose={onChoose} />
    </Drawer>
  );
}
