import { fieldGrid, numbered, sectionBox, sectionTable, type Column } from '#documents/blocks.ts';
import { kilometres, localTime, nothing, optionalTime, quantity } from '#documents/format.ts';
import { paper } from '#documents/paper.layout.ts';
import { partyGrid } from '#documents/party.layout.ts';
import { signatureBlock, signaturePlace } from '#documents/signature.layout.ts';
import { originWords } from '#documents/words.ts';
import type { Block, PaperDefinition } from '#documents/definition.ts';
import type { FinalInspectionView, RepairReportView } from '#documents/repair-report/repair-report.view.ts';

function visitGrid(view: RepairReportView): Block {
  return partyGrid(view, [
    ['进厂时间', localTime(view.arrivedAt)],
    ['完工时间', optionalTime(view.finishedAt)],
    ['出厂里程', kilometres(view.odometerOutKm)],
    ['服务顾问', `${view.advisor.name} ${view.advisor.phone}`],
    ['客户原话', view.complaint, 3],
  ]);
}

function findings({ findings: found }: RepairReportView): Block[] {
  if (found.length === 0) return [];
  return [
    sectionTable({
      title: '检查发现 Findings',
      columns: [
        { head: '系统', width: 56 },
        { head: '发现', width: '*' },
        { head: '原因', width: '*' },
        { head: '建议', width: '*' },
      ],
      rows: found.map(({ system, finding, cause, proposal }) => [
        system,
        finding,
        cause ?? nothing,
        proposal ?? nothing,
      ]),
    }),
  ];
}

const hours = (centi: number | null): string => (centi === null ? nothing : `${(centi / 100).toFixed(2)} h`);
const worked = (minutes: number): string =>
  minutes < 60 ? `${minutes} 分` : `${Math.floor(minutes / 60)} 时 ${minutes % 60} 分`;

function jobs({ jobs: done }: RepairReportView): Block {
  return sectionTable({
    title: '维修作业 Work done',
    columns: [
      { head: '项目', width: 110 },
      { head: '作业记录', width: '*' },
      { head: '技师', width: 60, align: 'center' },
      { head: '定额工时', width: 48, align: 'right' },
      { head: '实际用时', width: 48, align: 'right' },
      { head: '检验', width: 70, align: 'center' },
    ],
    rows: done.map((job) => [
      { text: job.name, bold: true },
      job.workDone,
      job.technicians,
      hours(job.flatRateHoursCenti),
      worked(job.workedMinutes),
      job.checked,
    ]),
  });
}

function parts({ parts: fitted }: RepairReportView): Block[] {
  if (fitted.length === 0) return [];
  return [
    sectionTable({
      title: '更换配件 Parts fitted',
      columns: [
        { head: '配件', width: '*' },
        { head: '数量', width: 70, align: 'right' },
        { head: '来源', width: 70, align: 'center' },
      ],
      rows: fitted.map(({ name, qtyMilli, unit, origin }) => [
        name,
        quantity(qtyMilli, unit),
        origin === null ? nothing : originWords[origin],
      ]),
    }),
  ];
}

const checkedColumns: readonly Column[] = [
  { head: '检查项目', width: '*' },
  { head: '结果', width: 64, align: 'center' },
];
const checked = (item: FinalInspectionView['items'][number] | undefined): string[] => [
  item?.name ?? '',
  item?.result ?? '',
];

/** The points in two columns, so that the report of a usual visit is one page. */
function inspection({ items, roadTestKm }: FinalInspectionView): Block {
  const half = Math.ceil(items.length / 2);
  return sectionTable({
    title: '总检 Final inspection',
    summary: [{ text: roadTestKm === null ? '' : `路试 ${kilometres(roadTestKm)}` }],
    columns: [...checkedColumns, ...checkedColumns],
    rows: items.slice(0, half).map((item, index) => [...checked(item), ...checked(items[half + index])]),
  });
}

function afterwards({ nextService: { date, odometerKm } }: RepairReportView): Block {
  return fieldGrid('下次保养 Next service', 2, [
    ['时间', date ?? nothing],
    ['里程', odometerKm === null ? nothing : kilometres(odometerKm)],
  ]);
}

/** The record of a repair with its content, parts and hours, for the customer (R165, R246). */
export function repairReportLayout(view: RepairReportView): PaperDefinition {
  const passed = view.inspection;
  return paper(view.frame, { chinese: '维修报告', english: 'Repair Report' }, [
    visitGrid(view),
    ...findings(view),
    jobs(view),
    ...parts(view),
    ...(passed ? [inspection(passed)] : []),
    ...(view.advice.length > 0 ? [sectionBox('维修建议与注意事项 Advice', numbered(view.advice))] : []),
    ...(passed
      ? [signatureBlock('以上作业经检验合格。', [signaturePlace('质检员', passed.inspector)], afterwards(view))]
      : [afterwards(view)]),
  ]);
}
