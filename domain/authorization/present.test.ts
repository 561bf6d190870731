import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presentedContent } from '#domain/authorization/content.ts';
import { present } from '#domain/authorization/present.ts';
import { expireVersion, withdraw } from '#domain/authorization/withdraw.ts';
import { payers } from '#domain/estimate/charge-line.ts';
import { canonicalJson } from '#domain/kernel/canonical-json.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { buildVisit, orderId } from '#domain/testing/build-visit.ts';
import { testContext, testHash, testNow, testStoreId } from '#domain/testing/test-context.ts';
import {
  versionId,
  withDraft,
  withGrantedLine,
  withLine,
  withPart,
  withPresented,
  withRevoked,
} from '#domain/testing/with-lines.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

const context = testContext('advisor', { facts: { storeName: '测试店' } });

function presented(visit: Visit) {
  const answer = present(visit, { orderId }, context);
  if (isRefusal(answer)) throw new Error(answer.code);
  const row = answer.next.contents.at(-1);
  return { ...answer, row, content: presentedContent.parse(JSON.parse(row?.content ?? '')) };
}

const late = (visit: Visit, promisedAt: string | null): Visit => ({
  ...visit,
  versions: visit.versions.map((each) => ({ ...each, promisedAt })),
});

describe('presenting', () => {
  test('freezes the content with its hash and waits as long as the store says (process rule 2)', () => {
    const { next, row, activity } = presented(withPart(withLine(buildVisit())));
    expect(next.versions[0]).toMatchObject({
      state: 'presented',
      presentedAt: testNow,
      expiresAt: '2026-11-27T02:00:00.000Z',
    });
    expect(row?.contentHash).toBe(testHash(row?.content ?? ''));
    expect(activity.payload).toMatchObject({ contentHash: row?.contentHash });
  });

  test('says the same to the byte for the same order and moment, and other for any change (process rule 2)', () => {
    const visit = withPart(withLine(buildVisit()));
    expect(presented(visit).row).toEqual(presented(visit).row);
    const dearer = withPart(withLine(buildVisit(), { amountFen: 18_001 }));
    expect(presented(dearer).row?.contentHash).not.toBe(presented(visit).row?.contentHash);
  });

  test('costs the customer nothing where another pays, and names who pays if they refuse (R100, R102)', () => {
    const claimed = {
      payer: 'manufacturer',
      fallbackPayer: 'customer',
      warrantyState: 'pending_manufacturer',
      warrantyReason: '已上报厂家',
    } as const;
    const { content } = presented(withPart(withLine(buildVisit(), claimed)));
    expect(content.lines).toMatchObject([
      { amountFen: 18_000, customerFen: 0, fallbackPayer: 'customer', judgementReason: '已上报厂家' },
      { amountFen: 20_000, customerFen: 20_000, fallbackPayer: null },
    ]);
    expect(content.totals).toMatchObject({
      customerFen: 20_000,
      byPayer: [
        { payer: 'customer', amountFen: 20_000 },
        { payer: 'manufacturer', amountFen: 18_000 },
      ],
    });
  });

  test('of an add-on shows what was granted before and the new total, less what was taken back (R173)', () => {
    const two = withGrantedLine(withGrantedLine(buildVisit()), { amountFen: 7_000 });
    const { content } = presented(withLine(withRevoked(two, 2), { amountFen: 5_000 }));
    expect(content.totals).toMatchObject({ grantedBeforeFen: 18_000, totalFen: 5_000, newTotalFen: 23_000 });
  });

  test('adds up, whoever pays what (R113)', () => {
    const line = fc.record({ amountFen: fc.integer({ min: 0, max: 10_000_000 }), payer: fc.constantFrom(...payers) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const judged = { warrantyState: 'covered', warrantyReason: '三包' } as const;
        const visit = lines.reduce((so, each) => withLine(so, { ...each, ...judged }), buildVisit());
        const { totals, lines: shown } = presented(visit).content;
        const total = shown.reduce((so, { amountFen }) => so + amountFen, 0);
        expect(totals.totalFen).toBe(total);
        expect(totals.byPayer.reduce((so, { amountFen }) => so + amountFen, 0)).toBe(total);
        expect(shown.reduce((so, { customerFen }) => so + customerFen, 0)).toBe(totals.customerFen);
        expect(shown.reduce((so, { taxFen }) => so + taxFen, 0)).toBe(totals.taxFen);
      }),
    );
  });

  test('keeps a content that reads back as it was written', () => {
    const { content, row } = presented(withPart(withLine(buildVisit())));
    expect(canonicalJson(content)).toBe(row?.content);
    expect(content.store).toEqual({ storeId: testStoreId, name: '测试店' });
  });

  const claim = { payer: 'manufacturer', warrantyReason: '三包' } as const;
  test.each([
    ['without a draft', buildVisit(), 'no_lines'],
    ['without lines', withDraft(buildVisit()), 'no_lines'],
    ['while one waits', withPresented(withLine(buildVisit())), 'version_open'],
    [
      'before the form is handed over',
      withLine(buildVisit({ reception: { handedOverAt: null } })),
      'reception_not_finished',
    ],
    ['without a promise', late(withLine(buildVisit()), null), 'promise_missing'],
    ['with a promise gone by', late(withLine(buildVisit()), testNow), 'promise_in_past'],
    ['without a way to pay', withLine(buildVisit({ order: { paymentMethod: null } })), 'choices_missing'],
    ['without the old parts asked', withLine(buildVisit({ order: { oldPartChoice: null } })), 'choices_missing'],
    ['without the wash asked', withLine(buildVisit({ order: { washWanted: null } })), 'choices_missing'],
    ['without the delivery explained', withLine(buildVisit({ ticks: [] })), 'choices_missing'],
    ['with an unjudged claim', withLine(buildVisit(), claim), 'payer_unclear'],
    ['with an excluded claim', withLine(buildVisit(), { ...claim, warrantyState: 'not_covered' }), 'payer_unclear'],
    [
      'with a claim without its reason',
      withLine(buildVisit(), { payer: 'insurer', warrantyState: 'covered' }),
      'payer_unclear',
    ],
    [
      'with a claim to be diagnosed',
      withLine(buildVisit(), { ...claim, warrantyState: 'pending_diagnosis' }),
      'warranty_undecided',
    ],
  ])('is refused %s', (_, visit, code) => {
    expect(present(visit, { orderId }, context)).toMatchObject({ code });
  });

  test('names what was not asked in both languages (R130–R133)', () => {
    const visit = withLine(buildVisit({ order: { washWanted: null }, ticks: [] }));
    expect(present(visit, { orderId }, context)).toMatchObject({
      words: {
        zh: '请先询问并登记：是否洗车、说明交车程序。',
        en: expect.stringContaining('whether the car is to be washed'),
      },
    });
  });

  test('of the dealership’s own cars needs no reception and no choices', () => {
    const own = buildVisit({ order: { kind: 'pdi', paymentMethod: null }, reception: null, ticks: [] });
    expect(present(withLine(own), { orderId }, context)).not.toHaveProperty('code');
  });
});

describe('what was presented', () => {
  const shown = withPresented(withLine(buildVisit()));
  const v1 = versionId(1);

  test('can be withdrawn; content stays, lines go into a new draft with the promise (R118)', () => {
    const answer = withdraw(shown, { orderId, versionId: v1, reason: '改价' }, testContext('advisor'));
    if (isRefusal(answer)) throw new Error(answer.code);
    const [old, draft] = answer.next.versions;
    expect(old).toMatchObject({ state: 'withdrawn', withdrawReason: '改价' });
    expect(draft).toMatchObject({ state: 'draft', versionNo: 2, promisedAt: shown.versions[0]?.promisedAt });
    expect(answer.next.lines[0]?.versionId).toBe(draft?.versionId);
    expect(answer.next.contents).toEqual(shown.contents);
  });

  test('is withdrawn only while it waits', () => {
    const input = { orderId, versionId: v1, reason: '改价' };
    expect(withdraw(withLine(buildVisit()), input, testContext('advisor'))).toMatchObject({ code: 'no_version' });
    expect(withdraw(shown, { ...input, versionId: versionId(9) }, testContext('advisor'))).toMatchObject({
      code: 'no_version',
    });
  });

  test('expires when its time is over, not before (R118)', () => {
    const system = { kind: 'system', storeId: testStoreId } as const;
    const at = (now: string) => expireVersion(shown, { orderId, versionId: v1 }, testContext(system, { now }));
    expect(at('2026-11-27T01:59:59.000Z')).toMatchObject({ code: 'no_version' });
    const answer = at('2026-11-27T02:00:00.000Z');
    if (isRefusal(answer)) throw new Error(answer.code);
    expect(answer.next.versions).toMatchObject([{ state: 'expired' }, { state: 'draft', promisedAt: null }]);
  });
});
