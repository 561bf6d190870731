import { useState } from 'react';
import type { ActionView } from '#domain/repair-order/visit-view.contract.ts';
import { workshopContracts } from '#domain/workshop/workshop.contract.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { ConfirmSymptom } from '#web/features/workshop/ConfirmSymptom.tsx';
import { FindingForm } from '#web/features/workshop/FindingForm.tsx';
import { actionOf, planOf, type Job } from '#web/features/workshop/job.ts';
import { PauseForm } from '#web/features/workshop/PauseForm.tsx';
import { workshopWords } from '#web/features/workshop/workshop.words.ts';
import styles from '#web/features/workshop/workshop.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneSheet } from '#web/ui/phone/PhoneSheet.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { ActionForm } from '#web/visit/ActionForm.tsx';

type Sheet = 'accept_car' | 'pause_work' | 'finish_work' | 'record_finding' | 'report_delay' | 'record_old_part';

/** The next step as large buttons: start, pause, resume, finish; beneath them what may go wrong. */
export function JobActions({ job }: { readonly job: Job }) {
  const w = useWords(workshopWords);
  const [sheet, open] = useState<Sheet | null>(null);
  const { orderId, carAcceptedAt } = job.view.order;
  const { lineId, version, workState } = job.line;
  const start = useContractCommand(workshopContracts.startWork);
  const resume = useContractCommand(workshopContracts.resumeWork);
  const done = workState === 'self_checked' || workState === 'leader_checked' || workState === 'inspected';
  return (
    <>
      {carAcceptedAt === null && workState === 'queued' ? (
        <Step job={job} action="accept_car" of="visit" label={w.accept} onPress={() => open('accept_car')} />
      ) : null}
      {workState === 'queued' && carAcceptedAt !== null ? (
        <Step
          job={job}
          action="start_work"
          label={w.start}
          pending={start.pending}
          onPress={() => start.run({ orderId, lineId, version, bayId: planOf(job)?.bayId ?? null })}
        />
      ) : null}
      {workState === 'paused' ? (
        <Step
          job={job}
          action="resume_work"
          label={w.resume}
          pending={resume.pending}
          onPress={() => resume.run({ orderId, lineId, version })}
        />
      ) : null}
      {workState === 'working' ? (
        <>
          <Step job={job} action="finish_work" label={w.finish} onPress={() => open('finish_work')} />
          <Step job={job} action="pause_work" label={w.pause} kind="plain" onPress={() => open('pause_work')} />
        </>
      ) : null}
      {done ? <p className={styles['quiet']}>{w.done}</p> : null}
      <RefusalAlert error={start.error ?? resume.error} />
      <div className={styles['pair']}>
        <Step
          job={job}
          action="record_finding"
          of="visit"
          kind="plain"
          label={w.found}
          onPress={() => open('record_finding')}
        />
        <Step
          job={job}
          action="report_delay"
          of="visit"
          kind="plain"
          label={w.delay}
          onPress={() => open('report_delay')}
        />
        <Step
          job={job}
          action="record_old_part"
          of="visit"
          kind="plain"
          label={w.oldPart}
          onPress={() => open('record_old_part')}
        />
      </div>
      {carAcceptedAt !== null && !done ? <ConfirmSymptom job={job} /> : null}
      {sheet ? <JobSheet job={job} sheet={sheet} onClose={() => open(null)} /> : null}
    </>
  );
}

type StepProps = {
  readonly job: Job;
  readonly action: string;
  readonly of?: 'line' | 'visit';
  readonly label: string;
  readonly kind?: 'primary' | 'plain';
  readonly pending?: boolean;
  readonly onPress: () => void;
};

/** A button of the line's or the visit's actions; it says why it may not be pressed, and is absent for other roles. */
function Step({ job, action, of = 'line', label, kind = 'primary', pending = false, onPress }: StepProps) {
  const t = useT();
  const found: ActionView | null = actionOf(job, action, of);
  if (!found) return null;
  return (
    <span className={styles['step']} data-kind={kind}>
      <PhoneButton
        wide
        kind={kind}
        pending={pending}
        disabledReason={found.disabled ? t(found.disabled) : null}
        onPress={onPress}
      >
        {label}
      </PhoneButton>
    </span>
  );
}

type SheetProps = { readonly job: Job; readonly sheet: Sheet; readonly onClose: () => void };

function JobSheet({ job, sheet, onClose }: SheetProps) {
  const w = useWords(workshopWords);
  const titles: Readonly<Record<Sheet, string>> = {
    accept_car: w.accept,
    pause_work: w.pauseWhy,
    finish_work: w.finish,
    record_finding: w.found,
    report_delay: w.delay,
    record_old_part: w.oldPart,
  };
  return (
    <PhoneSheet title={titles[sheet]} onClose={onClose}>
      {sheet === 'pause_work' ? <PauseForm job={job} onDone={onClose} /> : null}
      {sheet === 'record_finding' ? <FindingForm job={job} onDone={onClose} /> : null}
      {sheet !== 'pause_work' && sheet !== 'record_finding' ? (
        <ActionForm
          view={job.view}
          action={sheet}
          lineId={sheet === 'accept_car' ? null : job.line.lineId}
          onDone={onClose}
          onCancel={onClose}
        />
      ) : null}
    </PhoneSheet>
  );
}
