import { keptWhole, muted, sectionBox, sectionTable } from '#documents/blocks.ts';
import { signaturePlace } from '#documents/signature.layout.ts';
import { decisionWords } from '#documents/words.ts';
import type { Block } from '#documents/definition.ts';
import type { RecommendedJobView } from '#documents/settlement-statement/settlement-statement.view.ts';

type Refusal = NonNullable<RecommendedJobView['refusal']>;

function jobTable(jobs: RecommendedJobView[]): Block {
  return sectionTable({
    title: '建议但未做项目 Recommended, not done',
    columns: [
      { head: '序', width: 14, align: 'center' },
      { head: '项目', width: 150 },
      { head: '建议理由', width: '*' },
      { head: '涉及安全', width: 38, align: 'center' },
      { head: '客户决定', width: 40, align: 'center' },
    ],
    rows: jobs.map(({ name, reason, isSafety, decision }, index) => [
      String(index + 1),
      name,
      reason,
      { text: isSafety ? '是' : '否', bold: isSafety },
      decisionWords[decision],
    ]),
  });
}

function refusalBox(name: string, { consequence, customerNote, signature }: Refusal): Block {
  const words: Block = {
    width: '*',
    stack: [
      {
        text: [
          { text: '项目：', color: muted },
          { text: name, bold: true },
        ],
      },
      { text: [{ text: '不修的严重后果：', color: muted }, consequence], margin: [0, 2, 0, 2] },
      {
        text: [
          { text: '客户注明：', color: muted },
          { text: customerNote === '' ? '（未填写）' : `“${customerNote}”`, bold: true },
        ],
      },
    ],
  };
  const place: Block = { ...signaturePlace('客户签字', signature), width: 130 };
  return keptWhole(sectionBox('安全项目拒修声明 Safety refusal', [{ columns: [words, place], columnGap: 10 }]));
}

/** Recommendations that were refused or put off; a refused safety item with the customer's note and signature (R231, R232). */
export function notDoneSection(jobs: RecommendedJobView[]): Block[] {
  if (jobs.length === 0) return [];
  const refusals = jobs.flatMap(({ name, refusal }) => (refusal === null ? [] : [refusalBox(name, refusal)]));
  return [jobTable(jobs), ...refusals];
}
