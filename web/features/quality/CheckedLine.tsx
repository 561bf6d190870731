import type { ReactNode } from 'react';
import type { OutputOf } from '#domain/kernel/contract.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { workshopListContracts } from '#domain/workshop/workshop-lists.contract.ts';
import styles from '#web/features/quality/quality.module.css';
import { qualityWords } from '#web/features/quality/quality.words.ts';
import { useT, useWords } from '#web/ui/language.ts';
import { Listed } from '#web/ui/Listed.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';

export type Line = OutputOf<typeof workshopListContracts.checks>['cars'][number]['lines'][number];

/** One job to check: who did it, what they noted, how their own check went. */
export function CheckedLine({ line, children }: { readonly line: Line; readonly children?: ReactNode }) {
  const t = useT();
  const w = useWords(qualityWords);
  const good = line.selfCheck.filter(({ result }) => result === 'pass').length;
  const failed = line.selfCheck.filter(({ result }) => result === 'fail').length;
  return (
    <li className={styles['line']}>
      <div className={styles['between']}>
        <strong>{line.description}</strong>
        <StateTag words={valueWordsOf('workState', line.workState)} tone={line.reworkCount > 0 ? 'warn' : 'active'} />
      </div>
      <span className={styles['quiet']}>
        {w.by} <Listed items={line.technicians} none="—" /> · {w.selfCheck}{' '}
        {t(qualityWords.selfCheckItems, { count: good })}
        {failed > 0 ? ` / ${t(valueWordsOf('result', 'fail'))} ${failed}` : ''}
      </span>
      {line.workDone ? (
        <span>
          {w.workDone}: {line.workDone}
        </span>
      ) : null}
      {line.advice ? (
        <span>
          {w.advice}: {line.advice}
        </span>
      ) : null}
      {children}
    </li>
  );
}
