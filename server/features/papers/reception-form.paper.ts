import type { PaperFrame, SignatureView } from '#documents/paper.view.ts';
import type { BodyDamage, BodySide, ReceptionFormView } from '#documents/reception-form/reception-form.view.ts';
import { valueWordsOf } from '#domain/process/value-words.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { advisorView, customerView, vehicleView } from '#server/features/papers/paper-frame.ts';
import { signatureView, staffSignature, type PaperSources } from '#server/features/papers/paper-sources.ts';

const sides = ['left', 'right', 'front', 'rear', 'roof'] as const satisfies readonly BodySide[];
const sideOf = (area: string): BodySide | undefined => sides.find((side) => side === area);
const said = (field: string, value: string) => valueWordsOf(field, value).zh;

/** The reception form as it was filled with the customer and signed (R073). */
export function receptionFormPaper(sources: PaperSources, frame: PaperFrame): ReceptionFormView {
  const { visit } = sources;
  const { order, reception } = visit;
  const kit = reception?.kitFittedAt != null;
  return {
    frame,
    arrivedAt: order.arrivedAt,
    appointment: sources.appointment,
    advisor: advisorView(sources),
    customer: customerView(sources),
    vehicle: vehicleView(sources),
    protectiveKit: { seatCover: kit, steeringCover: kit, floorMat: kit },
    ...carState(visit),
    customerWords: order.complaint,
    interview: interviewOf(visit),
    interviewClass: classes[reception?.symptomClass ?? 'none'],
    preliminaryJudgement: reception?.preliminaryJudgement ?? null,
    warrantyHint: warrantyHint(reception?.inWarranty ?? null),
    suggestedJobs: [...sources.recommended],
    wishes: {
      oldParts: order.oldPartChoice === 'none' ? null : order.oldPartChoice,
      wash: order.washWanted,
      waitsInShop: order.waitsInShop,
      joinsRoadTest: null,
    },
    customerSignature: presenterSignature(sources),
    advisorSignature: staffSignature(sources, order.advisorId, reception?.handedOverAt ?? null),
  };
}

const classes = { a: 'A', b: 'B', c: 'C', none: null } as const;

function warrantyHint(inWarranty: boolean | null): string | null {
  if (inWarranty === null) return null;
  return inWarranty ? '在质量担保期内，最终以判定为准' : '已过质量担保期';
}

function carState({ reception, walkAround, entrusted, attachments, ticks }: Visit) {
  const held = (kind: string) => entrusted.filter((item) => item.kind === kind);
  return {
    damages: walkAround.flatMap(damageOf),
    checks: walkAround.filter(({ area }) => sideOf(area) === undefined).map(checkOf),
    warningLights: reception?.interview.warningLamp ? [reception.interview.warningLamp] : [],
    tools: [
      { item: '备胎', isPresent: reception?.spareWheelOk ?? false },
      { item: '随车工具', isPresent: reception?.toolsOk ?? false },
    ],
    belongings: [...held('belonging'), ...held('other')].map(
      ({ description, quantity }) => `${description} ×${quantity}`,
    ),
    valuablesReminderGiven: ticks.some(({ item }) => item === 'valuables_reminded'),
    papers: {
      vehicleLicence: held('vehicle_licence').length > 0,
      serviceBooklet: held('service_booklet').length > 0,
      keyCount: held('key').reduce((count, { quantity }) => count + quantity, 0),
    },
    photoCount: attachments.length,
  };
}

type Damage = Visit['walkAround'][number];

function damageOf({ area, damage, note, xMilli, yMilli }: Damage): BodyDamage[] {
  const side = sideOf(area);
  if (!side) return [];
  return [{ side, x: (xMilli ?? 500) / 1000, y: (yMilli ?? 500) / 1000, kind: damage, note: note ?? '' }];
}

const checkOf = ({ area, damage, note }: Damage): ReceptionFormView['checks'][number] => ({
  item: said('area', area),
  isOk: false,
  note: [said('damage', damage), note].filter(Boolean).join('：'),
});

const questions = {
  when: '何时',
  where: '何地',
  speed: '车速',
  weather: '天气',
  road: '路况',
  engineState: '冷热车',
  frequency: '频率',
  noise: '异响/异味/抖动',
  lastRepair: '上次维修',
} as const;

function interviewOf({ reception }: Visit): ReceptionFormView['interview'] {
  const answers = reception?.interview ?? {};
  return (Object.keys(questions) as (keyof typeof questions)[]).flatMap((key) => {
    const answer = answers[key];
    return answer === undefined ? [] : [{ question: questions[key], answer: said(key, answer) }];
  });
}

function presenterSignature(sources: PaperSources): SignatureView {
  const { reception, signatures } = sources.visit;
  const signature = signatures.find(({ signatureId }) => signatureId === reception?.signatureId);
  return signatureView(sources, {
    name: signature?.signedBy ?? '',
    channel: null,
    at: signature?.signedAt ?? null,
    signatureId: signature?.signatureId ?? null,
  });
}
