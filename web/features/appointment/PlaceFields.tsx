import type { publicAppointmentContracts } from '#domain/appointment/appointment.contract.ts';
import { addDays, shopTime } from '#domain/kernel/calendar.ts';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { bookWords } from '#web/features/appointment/book.words.ts';
import styles from '#web/features/appointment/book.module.css';
import { useWords } from '#web/ui/language.ts';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';
import { PhoneChoice } from '#web/ui/phone/PhoneChoice.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';

type Props = {
  readonly slots: OutputOf<typeof publicAppointmentContracts.slots>['slots'];
  readonly day: string;
  readonly today: string;
  readonly chosen: string | null;
  readonly problem: string | undefined;
  readonly onDay: (day: string) => void;
  readonly onChoose: (startsAt: string) => void;
};

/** How far ahead a customer may look. */
const furthestDays = 60;

/** A day and one of its free times. */
export function PlaceFields({ slots, day, today, chosen, problem, onDay, onChoose }: Props) {
  const w = useWords(bookWords);
  const free = slots.filter((slot) => slot.free);
  return (
    <PhoneCard>
      <PhoneField
        label={w.day}
        type="date"
        min={today}
        max={addDays(today, furthestDays)}
        value={day}
        onChange={(next) => (next ? onDay(next) : undefined)}
      />
      {free.length === 0 ? (
        <p className={styles['full']} role="status">
          {w.full}
        </p>
      ) : (
        <PhoneChoice
          label={w.time}
          options={free.map(({ startsAt }) => ({ value: startsAt, label: shopTime(startsAt) }))}
          value={chosen}
          problem={problem}
          onChange={onChoose}
        />
      )}
    </PhoneCard>
  );
}
