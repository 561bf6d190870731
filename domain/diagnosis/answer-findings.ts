import { staffIdOrNull, type Context } from '#domain/kernel/decision.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

/** The findings that a decided version answers are answered, and the lines that they stopped wait for the customer no longer (R135). */
export function answerFindings(visit: Visit, versionId: string, { actor, now }: Context<unknown>): Visit {
  const answers = ({ answeredVersionId, answeredAt }: Visit['findings'][number]) =>
    answeredVersionId === versionId && answeredAt === null;
  const findings = visit.findings.map((each) => (answers(each) ? { ...each, answeredAt: now } : each));
  const freed = new Set(visit.findings.filter((each) => answers(each) && each.stopsLine).map(({ lineId }) => lineId));
  const stillStopped = new Set(
    findings.filter(({ stopsLine, answeredAt }) => stopsLine && answeredAt === null).map(({ lineId }) => lineId),
  );
  const endedBy = staffIdOrNull(actor);
  const waits = visit.waits.map((each) => {
    const over = each.reason === 'customer' && each.endedAt === null && each.lineId !== null;
    return over && freed.has(each.lineId) && !stillStopped.has(each.lineId) ? { ...each, endedAt: now, endedBy } : each;
  });
  return { ...visit, findings, waits };
}
