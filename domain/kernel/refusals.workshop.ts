import { r } from '#domain/kernel/refusal-words.ts';

/** What the workshop, the parts counter and the checks refuse. */
export const workshop = {
  no_grant: r(
    409,
    '客户尚未同意该项目，不能施工、领料或收费；请先出示并取得同意。',
    'The customer has not approved this line: no work, no parts, no charge. Present it first.',
  ),
  grant_revoked: r(
    409,
    '该项目的授权已撤回，请重新出示给客户。',
    'The grant of this line was taken back. Present it anew.',
  ),
  not_in_workshop: r(
    409,
    '钥匙与单据尚未移交车间，请先移交。',
    'Key and papers are not with the workshop yet. Hand the car over first.',
  ),
  not_dispatched: r(
    409,
    '该项目尚未派工，请车间主管先派工。',
    'This line is not dispatched yet. Ask the supervisor to dispatch it.',
  ),
  not_your_line: r(
    403,
    '该项目未派给您或您的班组，请联系车间主管。',
    'This line is not dispatched to you or your team. Ask the supervisor.',
  ),
  car_not_accepted: r(
    409,
    '班组尚未按接车登记表验收车辆，请先验收。',
    'The team has not accepted the car yet. Check it against the reception form first.',
  ),
  vehicle_away: r(
    409,
    '车辆不在店内，请等车辆返回并登记。',
    'The car is not in the shop. Go on when its return is recorded.',
  ),
  line_waiting: r(
    409,
    '该项目正在等待（{reasonZh}），请先结束等待。',
    'This line is on hold ({reasonEn}). End the wait first.',
  ),
  finding_line_missing: r(
    422,
    '请选择该发现所属的项目：诊断发现归属诊断项目，停工须指明停哪一项。',
    'Choose the line of this finding: a diagnosis belongs to its line, and a stop names what it stops.',
  ),
  bay_taken: r(
    409,
    '该工位在此时段已有安排，请选择其他时段或工位。',
    'The bay is planned at that time. Choose another time or bay.',
  ),
  technician_taken: r(
    409,
    '该技师在此时段已有安排，请选择其他时段或技师。',
    'The technician is planned at that time. Choose another time or technician.',
  ),
  wrong_trade: r(
    422,
    '该技师没有此工种（{trade}）资格，请改派其他技师。',
    'The technician lacks the trade {trade}. Choose somebody who has it.',
  ),
  plan_order: r(422, '计划结束时间必须晚于开始时间。', 'The plan must end after it starts.'),
  work_record_missing: r(422, '请填写所做作业的记录。', 'Record what was done.'),
  parts_not_issued: r(
    409,
    '还有未出库的配件：{parts}，请先领料。',
    'Parts are not issued yet: {parts}. Draw them first.',
  ),
  check_incomplete: r(422, '请逐项填写检查结果，还缺：{missing}。', 'Answer every check. Still missing: {missing}.'),
  checks_own_work: r(409, '不能检验自己的作业，请由他人检验。', 'Nobody checks their own work. Ask a colleague.'),
  worked_on_order: r(
    409,
    '参与过本单作业的人员不能做总检，请由其他质检员总检。',
    'Whoever worked on this order may not do its final inspection. Ask another inspector.',
  ),
  inspected_order: r(
    409,
    '做过本单总检的人员不能再参与本单作业，请改派其他技师。',
    'Whoever finally inspected this order may not work on it. Dispatch somebody else.',
  ),
  lines_unfinished: r(
    409,
    '还有未完成检验的项目：{lines}，请先检验。',
    'Lines are not yet checked: {lines}. Check them first.',
  ),
  reason_missing: r(422, '请填写原因。', 'Give the reason.'),
} as const;

export const parts = {
  not_a_part: r(422, '该项目不是配件，请选择配件项目。', 'This line is not a part. Choose one that is.'),
  above_grant: r(
    409,
    '数量超过客户同意的 {granted}，请减少数量，或先出示增项。',
    'The quantity exceeds the granted {granted}. Take less, or present an add-on first.',
  ),
  stock_short: r(
    409,
    '库存不足（可用 {available}），请减少数量或登记缺件。',
    'Stock is short ({available} available). Take less, or record the shortage.',
  ),
  technician_signature_missing: r(422, '请领料的技师签名。', 'Have the technician who draws the parts sign.'),
  return_above_issued: r(
    422,
    '退料数量超过已出库的 {issued}，请减少数量。',
    'The return exceeds the {issued} issued. Return less.',
  ),
  part_unknown: r(404, '没有该配件，请重新查找。', 'No such part. Find it again.'),
} as const;

export const quality = {
  inspection_missing: r(409, '尚未通过总检，请先完成总检。', 'The final inspection has not passed. Do it first.'),
  internal_check_missing: r(409, '请服务顾问先完成内部交车核对。', 'The advisor must finish the internal check first.'),
  wash_pending: r(
    409,
    '客户要求洗车，请先洗车并登记。',
    'The customer wants the car washed. Wash it and record it first.',
  ),
  wash_begun: r(
    409,
    '这辆车已登记开始洗车，洗完后登记完成即可。',
    'The washing of this car has begun already. Record its end when it is done.',
  ),
  technician_not_on_order: r(
    422,
    '一起试驾的须是在本单作业的技师，请重选。',
    'Who drives along must have worked on this order. Choose again.',
  ),
  wash_not_started: r(
    409,
    '请先登记开始洗车，车间主管与服务顾问才会知道。',
    'Record first that washing starts, so that supervisor and advisor know.',
  ),
  parking_missing: r(409, '请先登记停车位置。', 'Record the parking place first.'),
  custody_missing: r(
    409,
    '钥匙、委托书与接车登记表尚未交回，请先交回。',
    'Key, order and form are not back yet. Return them first.',
  ),
  fault_items_missing: r(
    422,
    '判为不合格时，请注明不合格的项目与原因。',
    'For a failure, name its lines and the reason.',
  ),
} as const;
