import type { LineChoice } from '#domain/authorization/authorization.ts';
import { lineChoices } from '#domain/authorization/authorization.ts';
import type { LineKind, LineNecessity, Payer } from '#domain/estimate/charge-line.ts';
import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { Hours, Money, Qty } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { LineName } from '#web/visit/LineName.tsx';
import styles from '#web/visit/visit.module.css';

const texts = { acceptAll: words('全部同意', 'Accept all'), why: words('原因', 'Why') };

type Line = {
  readonly lineId: string;
  readonly kind: LineKind;
  readonly description: string;
  /** What the catalogue calls it in English. */
  readonly english?: string | undefined;
  readonly qtyMilli: number;
  readonly unit: string;
  readonly hoursCenti: number | null;
  readonly amountFen: number;
  readonly payer: Payer;
  readonly necessity: LineNecessity;
  readonly reason: string | null;
};
type Choices = Readonly<Record<string, LineChoice>>;
type Props = {
  readonly lines: readonly Line[];
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
};

/** Every line with its price, payer and reason, and three large answers: yes, no, later. */
export function LineChoices({ lines, choices, onChange }: Props) {
  const w = useWords(texts);
  const all = () => onChange(Object.fromEntries(lines.map(({ lineId }) => [lineId, 'accept' as const])));
  return (
    <div className={styles['choices']}>
      {lines.length > 1 ? <PhoneButton onPress={all}>{w.acceptAll}</PhoneButton> : null}
      {lines.map((line) => (
        <LineRow
          key={line.lineId}
          line={line}
          choice={choices[line.lineId]}
          onChoose={(choice) => onChange({ ...choices, [line.lineId]: choice })}
        />
      ))}
    </div>
  );
}

type RowProps = {
  readonly line: Line;
  readonly choice: LineChoice | undefined;
  readonly onChoose: (choice: LineChoice) => void;
};

function LineRow({ line, choice, onChoose }: RowProps) {
  const t = useT();
  const w = useWords(texts);
  return (
    <fieldset className={styles['choiceRow']} data-choice={choice}>
      <legend>
        {t(valueWordsOf('kind', line.kind))} · <LineName name={line.description} english={line.english} />
      </legend>
      <p className={styles['choiceFacts']}>
        {line.hoursCenti === null ? <Qty milli={line.qtyMilli} unit={line.unit} /> : <Hours centi={line.hoursCenti} />}{' '}
        · <Money fen={line.amountFen} /> · {t(valueWordsOf('payer', line.payer))}
        {line.necessity === 'normal' ? null : (
          <StateTag
            words={valueWordsOf('necessity', line.necessity)}
            tone={line.necessity === 'safety' ? 'bad' : 'warn'}
          />
        )}
      </p>
      {line.reason ? (
        <p className={styles['note']}>
          {w.why}: {line.reason}
        </p>
      ) : null}
      <div className={styles['answers']}>
        {lineChoices.map((each) => (
          <label key={each} data-answer={each} data-chosen={each === choice}>
            <input type="radio" name={line.lineId} checked={each === choice} onChange={() => onChoose(each)} />
            {t(valueWordsOf('choice', each))}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
