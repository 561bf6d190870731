import { diagnosisContracts } from '#domain/diagnosis/diagnosis.contract.ts';
import { judgeWarranty } from '#domain/diagnosis/judge-warranty.ts';
import { recordFinding, type FinderFacts } from '#domain/diagnosis/record-finding.ts';
import { warrantyListContracts } from '#domain/diagnosis/warranty-list.contract.ts';
import { actorId } from '#domain/kernel/role.ts';
import { onVisit } from '#server/features/repair-order/on-visit.ts';
import { warrantyHome } from '#server/features/diagnosis/warranty-home.queries.ts';
import { bind, type Binding } from '#server/http/bind.ts';
import type { Call } from '#server/http/call.ts';

/** Findings and warranty judgements. */
export const diagnosisRoutes: readonly Binding[] = [
  onVisit(diagnosisContracts.recordFinding, recordFinding, { facts: finderFacts }),
  onVisit(diagnosisContracts.judgeWarranty, judgeWarranty),
  bind(warrantyListContracts.home, warrantyHome),
];

async function finderFacts({ tx, actor }: Call): Promise<FinderFacts> {
  const finder = await tx
    .selectFrom('staff')
    .select('team_id')
    .where('store_id', '=', actor.storeId)
    .where('staff_id', '=', actorId(actor))
    .executeTakeFirst();
  return { teamId: finder?.team_id ?? null };
}
