import { recordFinding } from '#domain/diagnosis/record-finding.ts';
import { draftVersion } from '#domain/repair-order/visit.rules.ts';
import { tellCustomer } from '#domain/workshop/waits-and-contacts.ts';
import type { Story } from '#db/seed/engine/schedule.ts';
import type { Colleague } from '#db/seed/engine/world.ts';
import { answer, promise, show } from '#db/seed/stories/estimate.ts';
import { act, soon, simply, visitOf, type Going } from '#db/seed/stories/going.ts';
import { addJob } from '#db/seed/stories/lines.ts';

type Found = { readonly technician: Colleague; readonly lineId: string };

/** Something is found while working: told, offered, and decided by the customer before anything is done (R135, R172). */
export function* addOnStory(going: Going, { technician, lineId }: Found): Story {
  const { plan, advisor } = going;
  const { addOn } = plan;
  if (!addOn || visitOf(going).findings.length > 0) return;
  const { system, finding, necessity = 'normal', reason = null, choice } = addOn;
  const found = { kind: 'add_on' as const, lineId, system, finding, cause: null, proposal: reason };
  const input = { ...found, remedy: 'replace' as const, necessity, stopsLine: false, attachmentId: null };
  const { id } = act(going, technician, { decide: recordFinding, input, facts: { teamId: technician.teamId } });
  yield* soon(going, 4);
  addJob(going, addOn, { source: 'technician_recommendation', findingId: id });
  if (draftVersion(visitOf(going))?.promisedAt === null) promise(going);
  show(going);
  const said = `技师发现：${finding}，建议${reason ?? '处理'}，报价已说明。`;
  const channel = plan.waits ? ('face_to_face' as const) : ('phone' as const);
  const told = { purpose: 'add_on' as const, channel, said, answer: null, reached: true, newPromisedAt: null };
  simply(going, advisor, { decide: tellCustomer, input: told });
  yield* soon(going, 5);
  answer(going, () => choice, !plan.waits);
}
