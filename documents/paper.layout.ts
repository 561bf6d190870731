import { ink, muted, hairline } from '#documents/blocks.ts';
import { localTime } from '#documents/format.ts';
import type { Block, PaperDefinition } from '#documents/definition.ts';
import type { ChainHead, PaperFrame } from '#documents/paper.view.ts';

export const paperFont = 'NotoSansSC';
const pageWidth = 595.28;
const side = 34;
const contentWidth = pageWidth - 2 * side;

type Title = { chinese: string; english: string };

const copyWords = { customer: '客户联', stub: '存根联' } as const;

function rule(): Block {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 0.8, lineColor: ink }] };
}

function plateText(frame: PaperFrame): string {
  return frame.plateNumber ?? '未上牌';
}

function runningHeader(frame: PaperFrame, title: Title): Block {
  const identity = [
    `${title.chinese} ${copyWords[frame.copy]} No. ${frame.paperNumber}`,
    ...(frame.orderNumber ? [`工单号 Order No. ${frame.orderNumber}`] : []),
    frame.vin ? `车牌 ${plateText(frame)}   VIN ${frame.vin}` : `车牌 ${plateText(frame)}`,
  ];
  return {
    margin: [side, 22, side, 0],
    stack: [
      {
        columns: [
          {
            width: '*',
            stack: [
              { text: frame.shop.name, bold: true, fontSize: 12 },
              { text: `地址：${frame.shop.address}`, fontSize: 7.5, color: muted },
              { text: `电话：${frame.shop.phone}`, fontSize: 7.5, color: muted },
            ],
          },
          { width: 220, stack: identity.map((text) => ({ text, fontSize: 8, alignment: 'right' })) },
        ],
      },
      { ...rule(), margin: [0, 4, 0, 0] },
    ],
  };
}

function chainLines(head: ChainHead | null): string[] {
  if (head === null) return ['存证链头 chain head: 尚无记录'];
  return [
    `存证链头 chain head: ${head.hash} · 序号 seq ${head.sequence}`,
    `版本内容 version content: ${head.contentHash}`,
  ];
}

function printLine(frame: PaperFrame): string {
  const count = frame.printCount > 0 ? ` · 第 ${frame.printCount} 次打印` : '';
  return `打印 ${frame.printedBy} · ${localTime(frame.printedAt)}${count}`;
}

function runningFooter(frame: PaperFrame, page: number, pageCount: number): Block {
  return {
    margin: [side, 6, side, 0],
    fontSize: 6.5,
    color: muted,
    stack: [
      {
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: contentWidth, y2: 0, lineWidth: 0.5, lineColor: hairline }],
        margin: [0, 0, 0, 3],
      },
      ...chainLines(frame.chainHead).map((text) => ({ text })),
      {
        columns: [
          { text: printLine(frame), width: '*' },
          { text: `第 ${page} 页 / 共 ${pageCount} 页`, width: 'auto', fontSize: 8, color: ink },
        ],
      },
    ],
  };
}

function badge(text: string, color: string): Block {
  return { text, bold: true, fontSize: 11, color, width: 'auto', margin: [0, 7, 0, 0] };
}

function titleBlock(frame: PaperFrame, title: Title): Block {
  const draft: Block[] = frame.isDraft ? [badge('草稿 DRAFT 未生效', '#b00020')] : [];
  return {
    margin: [0, 0, 0, 8],
    columnGap: 12,
    columns: [
      {
        width: '*',
        text: [
          { text: title.chinese, bold: true, fontSize: 19 },
          { text: `  ${title.english}`, fontSize: 9, color: muted },
        ],
      },
      ...draft,
      badge(copyWords[frame.copy], ink),
    ],
  };
}

/** A word across every page that takes the paper's force away. */
export function acrossPage(text: string): { watermark: NonNullable<PaperDefinition['watermark']> } {
  return {
    watermark: { text, color: '#b00020', opacity: 0.08, bold: true, angle: -35, fontSize: text.length > 2 ? 120 : 150 },
  };
}

/** Puts the common header, footer, title and draft mark around a paper's content. */
export function paper(frame: PaperFrame, title: Title, content: Block[]): PaperDefinition {
  return {
    pageSize: 'A4',
    pageMargins: [side, 78, side, 54],
    info: {
      title: `${title.chinese} ${frame.paperNumber}`,
      subject: frame.orderNumber,
      creationDate: new Date(frame.printedAt),
    },
    defaultStyle: { font: paperFont, fontSize: 8, color: ink, lineHeight: 1.05 },
    header: () => runningHeader(frame, title),
    footer: (page, pageCount) => runningFooter(frame, page, pageCount),
    content: [titleBlock(frame, title), ...content],
    ...(frame.isDraft ? acrossPage('草稿') : {}),
  };
}
