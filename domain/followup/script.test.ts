import { describe, expect, test } from 'vitest';
import { callScript } from '#domain/followup/script.ts';
import { roles } from '#domain/kernel/role.ts';

const about = {
  store: '长春店',
  post: roles.follow_up_agent,
  customer: '王建国先生',
  plate: '吉A12345',
  jobs: ['更换前刹车片'],
};
const said = (kind: 'quality_call' | 'relationship_call') =>
  callScript({ ...about, kind })
    .map(({ zh }) => zh)
    .join('\n');

describe('what is said on a follow-up call', () => {
  test('every call names the shop and asks about the car after what was done on it (R263)', () => {
    for (const kind of ['quality_call', 'relationship_call'] as const)
      expect(said(kind)).toMatch(/长春店的跟踪业务员.*方便接听.*吉A12345.*更换前刹车片.*使用情况/s);
  });

  test('the quality call asks for opinion, scores and recommendation (R263, R269)', () => {
    expect(said('quality_call')).toMatch(/意见和建议.*1–5 分.*0–10 分/s);
  });

  test('the relationship call speaks of new needs, cautions and services (R264, R265, R266)', () => {
    expect(said('relationship_call')).toMatch(/新的服务需求.*用车.*注意.*近期的服务项目/s);
  });

  test('and of campaigns, advice and visits (R267, R268)', () => {
    expect(said('relationship_call')).toMatch(/活动（内容、日期、地点）.*咨询或上门走访/s);
  });
});
