import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineChoices, type LineChoice } from '#domain/authorization/authorization.ts';
import { decide } from '#domain/authorization/decide.ts';
import type { Availability } from '#domain/authorization/reserve.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Actor, StaffRole } from '#domain/kernel/role.ts';
import { presentedVersion } from '#domain/repair-order/visit.rules.ts';
import type { Visit } from '#domain/repair-order/visit.ts';
import { buildVisit, orderId, ownerId, vehicleId } from '#domain/testing/build-visit.ts';
import { testContext, testHash, testId, testNow, testStoreId } from '#domain/testing/test-context.ts';
import { lineNo, testPromise, withGrantedLine, withLine, withPart, withPresented } from '#domain/testing/with-lines.ts';
import { withFinding, withInspection } from '#domain/testing/with-workshop.ts';

const strokes = [
  [
    { x: 1, y: 1, t: 0 },
    { x: 90, y: 40, t: 90 },
  ],
];
const partId = testId(0x6_01);

type Changes = Omit<Partial<Parameters<typeof decide>[1]>, 'choices'> & {
  readonly choices?: readonly LineChoice[] | undefined;
  readonly by?: StaffRole | Actor;
  readonly facts?: Availability;
  readonly now?: string;
};

/** Decides the presented version: everything accepted by the owner on the screen unless told otherwise. */
function decided(
  visit: Visit,
  { choices, by = 'advisor', facts = new Map(), now = testNow, ...changes }: Changes = {},
) {
  const versionId = presentedVersion(visit)?.versionId ?? '';
  const lines = visit.lines.filter((line) => line.versionId === versionId);
  const input = {
    orderId,
    versionId,
    contentHash: testHash(versionId),
    choices: lines.map(({ lineId }, index) => ({ lineId, choice: choices?.[index] ?? ('accept' as const) })),
    channel: 'screen' as const,
    signatory: { kind: 'owner' as const, name: '王建国' },
    signature: { signedBy: '王建国', strokes },
    attachmentId: null,
    readBack: null,
    ...changes,
  };
  return decide(visit, input, testContext(by, { facts, now }));
}

function nextOf(visit: Visit, changes: Changes = {}): Visit {
  const answer = decided(visit, changes);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.next;
}

const shown = withPresented(withPart(withLine(buildVisit())));

describe('deciding', () => {
  test('grants what was accepted, no more and no less (process rule 1)', () => {
    const amounts = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 5_000_000 }), fc.constantFrom(...lineChoices), fc.boolean()),
      { minLength: 1, maxLength: 10 },
    );
    fc.assert(
      fc.property(amounts, (wanted) => {
        const drafted = wanted.reduce(
          (so, [amountFen, , part]) => (part ? withPart(so, { amountFen }) : withLine(so, { amountFen })),
          buildVisit(),
        );
        const next = nextOf(withPresented(drafted), { choices: wanted.map(([, choice]) => choice) });
        const accepted = wanted.filter(([, choice]) => choice === 'accept');
        const grantedFen = next.grants.reduce((so, grant) => so + grant.grantedFen, 0);
        expect(grantedFen).toBe(accepted.reduce((so, [amountFen]) => so + amountFen, 0));
        expect(next.choices).toHaveLength(wanted.length);
        for (const line of next.lines) {
          const grant = next.grants.find(({ lineId }) => lineId === line.lineId);
          expect([line.grantId, line.grantedFen, line.grantedQtyMilli]).toEqual(
            grant ? [grant.grantId, grant.grantedFen, grant.grantedQtyMilli] : [null, null, null],
          );
          expect(line.workState).toBe(grant && line.kind === 'labour' ? 'queued' : null);
        }
      }),
    );
  });

  test('keeps each choice on its line, and grants nothing that was declined or deferred (R118)', () => {
    const next = nextOf(shown, { choices: ['decline', 'defer'] });
    expect(next.lines).toMatchObject([{ decision: 'declined' }, { decision: 'deferred', partState: 'requested' }]);
    expect(next.grants).toEqual([]);
    expect(next.order.promisedAt).toBeNull();
  });

  test('promises first once; later versions move the promise (R119, R139)', () => {
    const first = nextOf(withPresented(withLine(buildVisit())));
    expect(first.order).toMatchObject({ promisedAt: testPromise, firstPromisedAt: testPromise });
    const again = withPresented(withLine(first));
    const later = {
      ...again,
      versions: again.versions.map((each) => ({ ...each, promisedAt: '2026-11-25T09:00:00.000Z' })),
    };
    expect(nextOf(later).order).toMatchObject({ promisedAt: '2026-11-25T09:00:00.000Z', firstPromisedAt: testPromise });
  });

  test('chains the records: each carries the hash of the one before (process rule 2)', () => {
    let visit = buildVisit();
    for (let count = 0; count < 4; count += 1) visit = nextOf(withPresented(withLine(visit)));
    const hashes = visit.decisions.map(({ recordHash }) => recordHash);
    expect(visit.decisions.map(({ previousRecordHash }) => previousRecordHash)).toEqual(['', ...hashes.slice(0, -1)]);
    for (const { record, recordHash } of visit.decisions) expect(testHash(record ?? '')).toBe(recordHash);
    expect(new Set(hashes).size).toBe(4);
  });

  test('records what was decided how, with the hash of the strokes and of what was seen', () => {
    const { decisions, signatures } = nextOf(shown);
    expect(JSON.parse(decisions[0]?.record ?? '')).toMatchObject({
      versionNo: 1,
      contentHash: shown.contents[0]?.contentHash,
      choices: [{ choice: 'accept' }, { choice: 'accept' }],
      signatory: { kind: 'owner', name: '王建国' },
      channel: 'screen',
      strokesHash: signatures.at(-1)?.strokesHash,
    });
  });

  test('reserves what is in stock and lets the rest wait for parts (R110, R111)', () => {
    const three = withPresented(withPart(withPart(withPart(buildVisit(), { qtyMilli: 2000 }), { qtyMilli: 2000 })));
    const next = nextOf(three, { facts: new Map([[partId, 3000]]) });
    expect(next.lines).toMatchObject([
      { partState: 'reserved', reservedQtyMilli: 2000 },
      { partState: 'backordered', reservedQtyMilli: 0 },
      { partState: 'reserved', reservedQtyMilli: 1000 },
    ]);
    expect(next.waits).toMatchObject([{ reason: 'parts', lineId: lineNo(next, 2).lineId, endedAt: null }]);
  });

  test('never reserves more than is free (process rule 3)', () => {
    const wanted = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(wanted, fc.integer({ min: 0, max: 12_000 }), (quantities, free) => {
        const drafted = quantities.reduce((so, qtyMilli) => withPart(so, { qtyMilli }), buildVisit());
        const next = nextOf(withPresented(drafted), { facts: new Map([[partId, free]]) });
        expect(next.lines.reduce((so, line) => so + line.reservedQtyMilli, 0)).toBeLessThanOrEqual(free);
        for (const line of next.lines) expect([0, line.qtyMilli]).toContain(line.reservedQtyMilli);
      }),
    );
  });

  test('a part that the customer brings needs no stock', () => {
    const own = withPresented(withPart(buildVisit(), { partId: null, partOrigin: 'customer_supplied', amountFen: 0 }));
    expect(nextOf(own).lines).toMatchObject([{ partState: 'issued', issuedQtyMilli: 1000 }]);
  });

  test('¥0 warranty and comeback work is accepted all the same (R138)', () => {
    const free = withPresented(withLine(buildVisit(), { amountFen: 0, payer: 'internal' }));
    expect(nextOf(free).grants).toMatchObject([{ grantedFen: 0, payer: 'internal' }]);
  });

  test('answers the findings that stopped a line and ends their wait, not those of others (R135)', () => {
    const found = withFinding(withFinding(withGrantedLine(buildVisit()), { stopsLine: true, lineId: lineIdOf(1) }));
    const wait = {
      waitId: testId(0x8_01),
      lineId: lineIdOf(1),
      reason: 'customer' as const,
      note: null,
      since: testNow,
      expectedUntil: null,
      startedBy: null,
      endedAt: null,
      endedBy: null,
    };
    const waiting: Visit = { ...found, waits: [wait, { ...wait, waitId: testId(0x8_02), reason: 'tool' }] };
    const presented = withPresented(withLine(waiting));
    const versionId = presentedVersion(presented)?.versionId ?? '';
    const answered = presented.findings.map((each, index) =>
      index === 1 ? { ...each, answeredVersionId: versionId } : each,
    );
    const notStopping = nextOf({ ...presented, findings: answered });
    expect(notStopping.findings).toMatchObject([{ answeredAt: null }, { answeredAt: testNow }]);
    expect(notStopping.waits).toMatchObject([{ endedAt: null }, { endedAt: null }]);
    const both = presented.findings.map((each) => ({ ...each, answeredVersionId: versionId }));
    expect(nextOf({ ...presented, findings: both }).waits).toMatchObject([{ endedAt: testNow }, { endedAt: null }]);
  });
});

const lineIdOf = (number: number): string => testId(0x1_00_00 + number);

describe('an add-on on a ready car', () => {
  const inspected = withInspection(withGrantedLine(buildVisit()), { kind: 'final_inspection' });
  const ready: Visit = { ...inspected, order: { ...inspected.order, state: 'ready', readyAt: testNow } };
  const asked = withPresented(withLine(ready));

  test('brings it back to work and voids its checks (R188)', () => {
    const next = nextOf(asked);
    expect(next.order).toMatchObject({ state: 'open', readyAt: null });
    expect(next.inspections).toMatchObject([{ voidedAt: testNow }]);
  });

  test('that is declined changes nothing', () => {
    const next = nextOf(asked, { choices: ['decline'] });
    expect(next.order.state).toBe('ready');
    expect(next.inspections).toMatchObject([{ voidedAt: null }]);
  });
});

describe('who may decide', () => {
  const fleet = (limit: number | null): Visit => ({
    ...shown,
    parties: [
      ...shown.parties,
      {
        vehicleId,
        customerId: ownerId,
        relation: 'fleet_contact',
        since: testNow,
        endedAt: null,
        name: '李车队',
        approvalLimitFen: limit,
      },
    ],
  });
  const contact = { signatory: { kind: 'fleet_contact', name: '李车队' } } as const;
  const presenter = { signatory: { kind: 'presenter', name: '王先生' } } as const;
  const entrusted: Visit = { ...shown, order: { ...shown.order, presenterEntrusted: true } };

  test('a fleet’s contact decides up to the limit, over the whole order (R138)', () => {
    expect(decided(fleet(38_000), contact)).not.toHaveProperty('code');
    expect(decided(fleet(37_999), contact)).toMatchObject({ code: 'not_entrusted' });
    expect(decided(fleet(null), contact)).toMatchObject({ code: 'not_entrusted' });
    expect(decided(fleet(18_000), { ...contact, choices: ['accept', 'decline'] })).not.toHaveProperty('code');
    const second = withPresented(withLine(nextOf(fleet(40_000))));
    expect(decided(second, contact)).toMatchObject({ code: 'not_entrusted' });
  });

  test('what the customer pays if the manufacturer refuses counts against the limit', () => {
    const pending = { payer: 'manufacturer', warrantyState: 'pending_manufacturer' } as const;
    const claim = (fallbackPayer: 'customer' | 'internal') => {
      const visit = withPresented(withLine(buildVisit({ parties: fleet(100).parties }), { ...pending, fallbackPayer }));
      return decided(visit, contact);
    };
    expect(claim('internal')).not.toHaveProperty('code');
    expect(claim('customer')).toMatchObject({ code: 'not_entrusted' });
  });

  test('the presenter decides when entrusted, or as the owner (R138)', () => {
    expect(decided(shown, presenter)).toMatchObject({ code: 'not_entrusted' });
    expect(decided(entrusted, presenter)).not.toHaveProperty('code');
    const owner: Visit = { ...shown, order: { ...shown.order, presenterName: '王建国' } };
    expect(decided(owner, { signatory: { kind: 'presenter', name: '王建国' } })).not.toHaveProperty('code');
    expect(decided(entrusted, { signatory: { kind: 'presenter', name: '赵路人' } })).toMatchObject({
      code: 'not_entrusted',
    });
  });

  test('the service manager grants the dealership’s own work and no other (R138)', () => {
    const own: Visit = { ...shown, order: { ...shown.order, kind: 'internal' } };
    const manager = {
      channel: 'internal',
      signature: null,
      signatory: { kind: 'service_manager', name: '经理' },
    } as const;
    expect(decided(own, { ...manager, by: 'service_manager' })).not.toHaveProperty('code');
    expect(decided(own, manager)).toMatchObject({ code: 'forbidden' });
    expect(decided(own)).toMatchObject({ code: 'not_entrusted' });
    expect(decided(shown, { ...manager, by: 'service_manager' })).toMatchObject({ code: 'not_entrusted' });
  });

  const customer: Actor = { kind: 'customer', storeId: testStoreId, linkId: testId(7), orderId };
  test('the customer’s page is the customer’s alone', () => {
    expect(decided(shown, { by: customer, channel: 'customer_page' })).not.toHaveProperty('code');
    expect(decided(shown, { by: customer })).toMatchObject({ code: 'forbidden' });
    expect(decided(shown, { channel: 'customer_page' })).toMatchObject({ code: 'forbidden' });
  });
});

describe('a decision is refused', () => {
  const paper = {
    attachmentId: testId(0x9_01),
    purpose: 'authorization',
    mediaType: 'image/jpeg',
    byteSize: 10,
    contentHash: 'e'.repeat(64),
    fileKey: 'k',
    thumbnailKey: null,
    note: null,
    addedBy: null,
    addedAt: testNow,
  };

  test.each([
    ['when nothing waits', withLine(buildVisit()), {}, 'no_version'],
    ['when it names another version', shown, { versionId: testId(1) }, 'no_version'],
    ['after its time', shown, { now: '2026-11-27T02:00:00.000Z' }, 'no_version'],
    ['about other content', shown, { contentHash: 'f'.repeat(64) }, 'version_changed'],
    ['without a signature', shown, { signature: null }, 'signature_missing'],
    ['with an empty signature', shown, { signature: { signedBy: '王', strokes: [] } }, 'signature_empty'],
    ['on paper that is not attached', shown, { channel: 'paper', attachmentId: testId(1) }, 'paper_missing'],
    ['by phone without the text', shown, { channel: 'phone' }, 'read_back_missing'],
    ['by phone with nine characters', shown, { channel: 'phone', readBack: '一二三四五六七八九' }, 'read_back_missing'],
    ['on a cancelled order', { ...shown, order: { ...shown.order, state: 'cancelled' } }, {}, 'wrong_state'],
    ['by a cashier', shown, { by: 'cashier' }, 'forbidden'],
  ] as const satisfies readonly (readonly [string, Visit, Changes, string])[])('%s', (...[, visit, changes, code]) => {
    expect(decided(visit, changes)).toMatchObject({ code });
  });

  test('unless every line is decided once, and nothing else (R118)', () => {
    const choices = shown.lines.map(({ lineId }) => ({ lineId, choice: 'accept' as const }));
    const wrong = [
      choices.slice(1),
      [...choices, ...choices],
      [...choices.slice(1), { lineId: testId(1), choice: 'accept' as const }],
    ];
    const versionId = presentedVersion(shown)?.versionId ?? '';
    for (const each of wrong) {
      const input = { orderId, versionId, contentHash: testHash(versionId), choices: each, channel: 'screen' as const };
      const signed = { signatory: { kind: 'owner' as const, name: '王建国' }, signature: { signedBy: '王', strokes } };
      const answer = decide(
        shown,
        { ...input, ...signed, attachmentId: null, readBack: null },
        testContext('advisor', { facts: new Map() }),
      );
      expect(answer).toMatchObject({ code: 'choices_incomplete' });
    }
  });

  test('but not on a paper that is attached, or by phone with ten characters', () => {
    const filed: Visit = { ...shown, attachments: [paper] };
    const answer = decided(filed, { channel: 'paper', attachmentId: paper.attachmentId, signature: null });
    expect(answer).not.toHaveProperty('code');
    expect(decided(shown, { channel: 'phone', readBack: '一二三四五六七八九十', signature: null })).not.toHaveProperty(
      'code',
    );
  });
});
