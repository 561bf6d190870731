import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import { sum } from '#domain/kernel/money.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { isAddOn } from '#domain/repair-order/visit.rules.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { Money } from '#web/ui/figures.tsx';
import { useT, useWords } from '#web/ui/language.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import type { Tone } from '#web/ui/theme.ts';
import { When } from '#web/ui/When.tsx';

type Version = VisitView['versions'][number];

const tones: Readonly<Record<Version['state'], Tone>> = {
  draft: 'neutral',
  presented: 'warn',
  decided: 'good',
  withdrawn: 'neutral',
  expired: 'bad',
};
const firstVersion = words('任务委托书', 'Repair order');
const addOn = words('增项确认单', 'Add-on confirmation');

/** Each version as presented and decided: lines with the choice, signatory, channel, time, hashes. */
export function VersionsPanel({ view }: { readonly view: VisitView }) {
  const w = useWords(orderWords);
  if (view.versions.length === 0) return <p>{w.nothing}</p>;
  return (
    <div className={styles['stack']}>
      {view.versions.map((version) => (
        <VersionCard key={version.versionId} view={view} version={version} />
      ))}
    </div>
  );
}

function VersionCard({ view, version }: { readonly view: VisitView; readonly version: Version }) {
  const t = useT();
  const w = useWords(orderWords);
  const decision = view.decisions.find(({ versionId }) => versionId === version.versionId);
  const lines = view.lines.filter(({ versionId, removedAt }) => versionId === version.versionId && removedAt === null);
  const choiceOf = (lineId: string) =>
    view.choices.find((each) => each.versionId === version.versionId && each.lineId === lineId)?.choice;
  const accepted = lines.filter(({ lineId, payer }) => payer === 'customer' && choiceOf(lineId) === 'accept');
  return (
    <section className={styles['panel']}>
      <h3 className={styles['cardTitle']}>
        {t(isAddOn(view, version.versionNo) ? addOn : firstVersion)} ·{' '}
        {t(orderWords.version, { no: version.versionNo })}
        <StateTag words={valueWordsOf('state', version.state)} tone={tones[version.state]} />
        <When at={version.decidedAt ?? version.presentedAt} as="both" />
      </h3>
      <ul className={styles['versionLines']}>
        {lines.map((line) => {
          const choice = choiceOf(line.lineId);
          return (
            <li key={line.lineId}>
              <span>{line.description}</span>
              <Money fen={line.amountFen} />
              <span>{t(valueWordsOf('payer', line.payer))}</span>
              <span data-choice={choice}>{choice ? t(valueWordsOf('choice', choice)) : '—'}</span>
            </li>
          );
        })}
      </ul>
      {decision ? (
        <p>
          {w.signedBy}: {t(valueWordsOf('signatory', decision.signatory))} {decision.signatoryName} ·{' '}
          {t(valueWordsOf('channel', decision.channel))} ·{' '}
          <Money fen={sum(accepted.map(({ amountFen }) => amountFen))} />
        </p>
      ) : null}
      {version.withdrawReason ? <p>{version.withdrawReason}</p> : null}
      {version.contentHash ? (
        <p className={styles['hash']}>
          {w.contentHash} {version.contentHash}
        </p>
      ) : null}
    </section>
  );
}
