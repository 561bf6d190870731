import type { AppointmentSlipView } from '#documents/appointment-slip/appointment-slip.view.ts';
import { fieldGrid, sectionBox, sectionTable } from '#documents/blocks.ts';
import type { Block, PaperDefinition } from '#documents/definition.ts';
import { hours, localTime, nothing, optionalTime, yuan } from '#documents/format.ts';
import { acrossPage, paper } from '#documents/paper.layout.ts';
import { stampArea } from '#documents/signature.layout.ts';
import { addMinutes, shopTime } from '#domain/kernel/calendar.ts';

const stateWords = {
  requested: '待本店确认',
  confirmed: '已确认',
  arrived: '已到店',
  no_show: '未到店',
  cancelled: '已取消',
} as const;

function timeLine({ startsAt, minutes, state }: AppointmentSlipView): Block {
  return {
    margin: [0, 2, 0, 10],
    columns: [
      {
        width: '*',
        text: `${localTime(startsAt)}–${shopTime(addMinutes(startsAt, minutes))}`,
        fontSize: 22,
        bold: true,
      },
      { width: 'auto', text: stateWords[state], fontSize: 14, bold: true, margin: [0, 6, 0, 0] },
    ],
  };
}

function whoGrid(view: AppointmentSlipView): Block {
  return fieldGrid('预约信息', 2, [
    ['客户', { text: view.customerName, bold: true }],
    ['电话', view.phone],
    ['送修人', view.presenterName ?? view.customerName],
    ['预约方式', view.channel],
    ['服务顾问', view.advisor ?? '到店安排'],
    ['预留工位', view.bay ?? '到店安排'],
    ['确认时间', optionalTime(view.confirmedAt), 2],
  ]);
}

function carsTable({ cars }: AppointmentSlipView): Block {
  return sectionTable({
    title: '车辆',
    columns: [
      { head: '车牌', width: 140 },
      { head: '车型', width: '*' },
    ],
    rows: cars.map(({ plate, model }) => [{ text: plate ?? '未上牌', bold: true }, model || nothing]),
  });
}

function jobsGrid(view: AppointmentSlipView): Block {
  const { estimatedHoursCenti, estimatedFen } = view;
  return fieldGrid('预约项目', 2, [
    ['项目', { text: view.requestedJobs, bold: true }, 2],
    ['客户陈述', view.customerWords ?? nothing, 2],
    ['预计工时', estimatedHoursCenti === null ? nothing : hours(estimatedHoursCenti)],
    ['预计费用', estimatedFen === null ? nothing : yuan(estimatedFen)],
    ['配件准备', view.partsChecked ?? nothing, 2],
  ]);
}

function notes({ hotline, frame }: AppointmentSlipView): Block {
  const lines = [
    '1. 请携带《保养手册》、行驶证和相关资料，按时到店；到店后服务顾问与您一起环车检查并确认项目与费用。',
    '2. 预计工时与费用以到店检查后您签字的任务委托书为准；未经您同意，不进行作业，不加收费用。',
    `3. 如需改期或取消，请提前致电 ${hotline || frame.shop.phone || '本店'}；超过预约时间未到，工位可能另行安排。`,
  ];
  return {
    columns: [
      {
        width: '*',
        stack: [
          sectionBox(
            '到店须知',
            lines.map((text) => ({ text })),
          ),
        ],
      },
      stampArea(),
    ],
    columnGap: 12,
  };
}

/** The slip that confirms an appointment (R035); one that is cancelled or missed says so across the page. */
export function appointmentSlipLayout(view: AppointmentSlipView): PaperDefinition {
  const slip = paper(view.frame, { chinese: '预约确认单', english: 'Appointment Confirmation' }, [
    timeLine(view),
    whoGrid(view),
    carsTable(view),
    jobsGrid(view),
    notes(view),
  ]);
  const over = view.state === 'cancelled' || view.state === 'no_show';
  return over ? { ...slip, ...acrossPage(stateWords[view.state]) } : slip;
}
