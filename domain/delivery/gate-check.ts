import type { z } from 'zod';
import type { gateContracts } from '#domain/delivery/gate.contract.ts';
import { checkPass } from '#domain/delivery/open-gate.ts';
import type { At } from '#domain/repair-order/guard.ts';
import { checkVisitAction } from '#domain/repair-order/guard.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { words } from '#domain/kernel/words.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

type GateView = z.input<typeof gateContracts.pass.output>;

/** No car goes with this code. */
export const unknownPass = (): GateView => ({
  light: 'red',
  reason: reasonOf(refuse('no_gate_pass')),
  passNo: null,
  kind: null,
  plate: null,
  collectorName: null,
  mustBeThere: [],
});

const reasonOf = ({ code, words: said }: ReturnType<typeof refuse>) => ({ code, zh: said.zh, en: said.en });

const always = [
  words('车牌与出门证一致', 'The plate is the one on the pass'),
  words('取车人与出门证一致', 'The driver is the one on the pass'),
];
const onTheWayBack = words('登记里程', 'The odometer is written down');

/** Green or red for a pass, by the rules of opening the gate itself. */
export function gateCheck(visit: Visit, code: string, at: At): GateView {
  const pass = visit.passes.find((each) => each.code === code);
  if (!pass) return unknownPass();
  const refusal = checkPass(visit, pass, at.now) ?? checkVisitAction(visit, 'open_gate', at);
  const { passNo, kind, collectorName } = pass;
  return {
    light: refusal ? 'red' : 'green',
    reason: refusal && reasonOf(refusal),
    passNo,
    kind,
    plate: visit.vehicle.plate,
    collectorName,
    mustBeThere: kind === 'temporary' ? [...always, onTheWayBack] : always,
  };
}
