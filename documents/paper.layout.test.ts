import { describe, expect, test } from 'vitest';
import { paper } from '#documents/paper.layout.ts';
import { chainHash, contentHash, sampleFrame } from '#documents/testing/paper.fixture.ts';
import { contentTexts, frameTexts, pdfPages } from '#documents/testing/paper-text.ts';
import type { PaperFrame } from '#documents/paper.view.ts';

const title = { chinese: '任务委托书', english: 'Repair Order' };
const framed = (overrides: Partial<PaperFrame>) => paper(sampleFrame(overrides), title, [{ text: '内容' }]);

describe('the frame of every paper', () => {
  test('names shop, paper, order, car and who printed it when', () => {
    const texts = frameTexts(framed({ printCount: 3 })).join('\n');
    for (const expected of [
      '江城众合汽车销售服务有限公司',
      'RO20261124-0017-V1',
      '鄂A·D12345',
      'LSVAL41Z882104202',
      '打印 林晓舟 · 2026-11-24 14:05 · 第 3 次打印',
    ]) {
      expect(texts).toContain(expected);
    }
  });

  test('prints the head of the hash chain with its number and the hash of the version’s content', () => {
    const texts = frameTexts(framed({}));
    expect(texts).toContain(`存证链头 chain head: ${chainHash} · 序号 seq 17`);
    expect(texts).toContain(`版本内容 version content: ${contentHash}`);
    expect(frameTexts(framed({ chainHead: null }))).toContain('存证链头 chain head: 尚无记录');
  });

  test('tells the customer’s copy from the stub (R137)', () => {
    expect(contentTexts(framed({ copy: 'customer' }))).toContain('客户联');
    expect(contentTexts(framed({ copy: 'stub' }))).toContain('存根联');
  });

  test('says that a draft is a draft, in words and across the page', () => {
    const draft = framed({ isDraft: true });
    expect(contentTexts(draft)).toContain('草稿 DRAFT 未生效');
    expect(draft.watermark).toMatchObject({ text: '草稿' });
    expect(framed({}).watermark).toBeUndefined();
  });

  test('says that a car has no plate yet', () => {
    expect(frameTexts(framed({ plateNumber: null })).join('\n')).toContain('未上牌');
  });

  test('can be read back from the PDF', async () => {
    const [page] = await pdfPages(framed({}));
    expect(page).toContain('任务委托书');
    expect(page).toContain(`存证链头chainhead:${chainHash}`);
    expect(page).toContain('第1页/共1页');
  });
});
