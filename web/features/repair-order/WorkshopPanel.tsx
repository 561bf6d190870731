import { words } from '#domain/kernel/words.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import styles from '#web/features/repair-order/order.module.css';
import { useT, useWords } from '#web/ui/language.ts';
import { StateTag } from '#web/ui/StateTag.tsx';
import { Timeline, type TimelineEntry } from '#web/ui/Timeline.tsx';
import { nameOf } from '#web/visit/use-visit.ts';

const texts = {
  findings: words('检查发现', 'Findings'),
  checks: words('检验', 'Checks'),
  time: words('作业时间', 'Working time'),
  contacts: words('与客户的联系', 'Told the customer'),
  oldParts: words('旧件', 'Old parts'),
  void: words('已作废', 'void'),
  roadTest: words('试车', 'Road test'),
  with: words('同车技师', 'with'),
};

/** Findings, working time, checks, contacts and old parts of this visit. */
export function WorkshopPanel({ view }: { readonly view: VisitView }) {
  const w = useWords(texts);
  const t = useT();
  const descriptionOf = (lineId: string | null) => view.lines.find((line) => line.lineId === lineId)?.description ?? '';
  const punches: TimelineEntry[] = view.punches.map((punch) => ({
    key: punch.punchId,
    at: punch.startedAt,
    title: descriptionOf(punch.lineId),
    who: nameOf(view, punch.technicianId),
    detail: punch.endReason ? t(valueWordsOf('endReason', punch.endReason)) : t(valueWordsOf('workState', 'working')),
    tone: punch.endedAt ? 'neutral' : 'active',
  }));
  const checks: TimelineEntry[] = view.inspections.map((check) => ({
    key: check.inspectionId,
    at: check.inspectedAt,
    title: `${t(valueWordsOf('kind', check.kind))} ${descriptionOf(check.lineId)}`,
    who: nameOf(view, check.inspectorId),
    detail: [
      t(valueWordsOf('result', check.result)),
      check.roadTestToKm === null ? null : `${w.roadTest} ${check.roadTestFromKm}–${check.roadTestToKm} km`,
      check.accompaniedBy ? `${w.with} ${nameOf(view, check.accompaniedBy)}` : null,
      check.advice,
      check.note,
      check.voidedAt ? `${w.void}: ${check.voidReason}` : null,
    ]
      .filter(Boolean)
      .join(' · '),
    tone: check.voidedAt ? 'neutral' : check.result === 'pass' ? 'good' : 'bad',
    icon: check.result === 'pass' ? 'check' : 'late',
  }));
  const contacts: TimelineEntry[] = view.contacts.map((contact) => ({
    key: contact.contactId,
    at: contact.contactedAt,
    title: `${t(valueWordsOf('purpose', contact.purpose))} · ${t(valueWordsOf('channel', contact.channel))}`,
    who: nameOf(view, contact.contactedBy),
    detail: [contact.said, contact.answer].filter(Boolean).join(' → '),
    tone: contact.reached ? 'good' : 'warn',
  }));
  return (
    <div className={styles['grid']}>
      <Findings view={view} />
      <Section title={w.time} entries={punches} />
      <Section title={w.checks} entries={checks} />
      <Section title={w.contacts} entries={contacts} />
      <OldParts view={view} title={w.oldParts} />
    </div>
  );
}

function Section({ title, entries }: { readonly title: string; readonly entries: readonly TimelineEntry[] }) {
  const w = useWords(orderWords);
  return (
    <section className={styles['panel']}>
      <h3>{title}</h3>
      {entries.length === 0 ? <p>{w.nothing}</p> : <Timeline entries={entries} />}
    </section>
  );
}

function Findings({ view }: { readonly view: VisitView }) {
  const t = useT();
  const w = useWords(texts);
  const entries: TimelineEntry[] = view.findings.map((finding) => ({
    key: finding.findingId,
    at: finding.foundAt,
    title: (
      <>
        {t(valueWordsOf('system', finding.system))} · {finding.finding}{' '}
        <StateTag
          words={valueWordsOf('necessity', finding.necessity)}
          tone={finding.necessity === 'safety' ? 'bad' : 'neutral'}
        />
      </>
    ),
    who: nameOf(view, finding.foundBy),
    detail: [finding.cause, finding.remedy ? t(valueWordsOf('remedy', finding.remedy)) : null, finding.proposal]
      .filter(Boolean)
      .join(' → '),
    tone: finding.answeredAt ? 'good' : 'warn',
  }));
  return <Section title={w.findings} entries={entries} />;
}

function OldParts({ view, title }: { readonly view: VisitView; readonly title: string }) {
  const t = useT();
  const entries: TimelineEntry[] = view.oldParts.map((part) => ({
    key: part.oldPartId,
    at: part.recordedAt,
    title: part.description,
    detail: `${t(valueWordsOf('disposition', part.disposition))} ${part.bagLabel ?? ''}`,
    tone: part.shownAt ? 'good' : 'neutral',
  }));
  return <Section title={title} entries={entries} />;
}
