import { tagMarkerWords } from '#domain/appointment/tag.ts';
import { warrantyMachine } from '#domain/diagnosis/warranty.machine.ts';
import { roles } from '#domain/kernel/role.ts';
import { wheel } from '#domain/kernel/wheel.ts';
import { words, type Words } from '#domain/kernel/words.ts';
import { machines } from '#domain/process/machines.ts';
import { storedWords } from '#domain/process/stored-words.ts';
import { readiness } from '#domain/reception/readiness.ts';
import { norms } from '#domain/repair-order/norms.ts';
import { orderKindWords, paymentMethodWords, waitReasonWords } from '#domain/repair-order/repair-order.words.ts';
import { workMachine } from '#domain/workshop/work.machine.ts';

type Table = Readonly<Record<string, Words>>;

/** Fields whose values a table of the domain names. */
const tables: Readonly<Record<string, Table>> = {
  role: roles,
  roles,
  signatory: roles,
  step: wheel,
  marker: tagMarkerWords,
  method: paymentMethodWords,
  paymentMethod: paymentMethodWords,
  paymentMethods: paymentMethodWords,
  kind: { ...orderKindWords, service_manager: roles.service_manager },
  reason: waitReasonWords,
  pauseReason: waitReasonWords,
  waits: waitReasonWords,
  item: readiness,
  items: { ...readiness, ...norms },
  key: norms,
  state: Object.fromEntries(Object.values(machines).flatMap(({ states }) => Object.entries(states))),
  workState: workMachine.states,
  warrantyState: warrantyMachine.states,
};

/** Where a field calls a value by another name than other fields do. */
const byField: Table = {
  'kind.body': words('钣金', 'Body'),
  'trade.body': words('钣金', 'Body'),
  'trades.body': words('钣金', 'Body'),
  'repairCategory.minor': words('小修', 'Minor repair'),
  'partState.issued': words('已出库', 'Issued'),
  'partState.requested': words('待备料', 'Requested'),
  'purpose.finding': words('检查发现', 'Finding'),
  'purpose.ready': words('通知完工', 'Ready'),
  'purpose.warranty': words('质量担保', 'Warranty'),
  'oldPartChoice.none': words('无旧件', 'No old parts'),
  'disposition.leave': words('留店处理', 'Left with us'),
  'endReason.paused': words('暂停', 'Paused'),
  'statementState.presented': words('已出具', 'Presented'),
  'result.refused': words('拒访', 'Refused'),
  'actorKind.customer': words('客户', 'Customer'),
  'copy.customer': words('客户联', 'Customer’s copy'),
  'channel.internal': words('店内授权', 'Granted in house'),
  'engineState.any': words('冷热车都有', 'Cold or warm'),
  'waits.any': words('任何原因', 'Any reason'),
};

/** The words of a stored value; `field` where the same value means different things. An unknown one shows as it is. */
export function valueWordsOf(field: string, value: string): Words {
  const found = byField[`${field}.${value}`] ?? tables[field]?.[value] ?? storedWords[value];
  return found ? words(found.zh, found.en) : words(value, value);
}
