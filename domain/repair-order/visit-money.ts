import { payers, type Payer } from '#domain/estimate/charge-line.ts';
import { sum, type Fen } from '#domain/kernel/money.ts';
import {
  allocatedFen,
  dueFen,
  grantedLines,
  isPerformed,
  linesOf,
  liveStatements,
  receivedFen,
} from '#domain/repair-order/visit.rules.ts';
import { freeFen } from '#domain/settlement/settlement.money.ts';
import type { Visit } from '#domain/repair-order/visit.ts';

export type MoneyOfPayer = {
  readonly payer: Payer;
  /** Granted, less what was taken back before it was done. */
  readonly acceptedFen: Fen;
  /** On statements in force. */
  readonly settledFen: Fen;
  /** Allocated to those statements. */
  readonly receivedFen: Fen;
  /** What the statements still ask for. */
  readonly dueFen: Fen;
};

export type VisitMoney = {
  readonly payers: readonly MoneyOfPayer[];
  /** Received less refunds, deposits included. */
  readonly receivedFen: Fen;
  /** Of it, what no statement took: a deposit that waits for one, or what is to be given back. */
  readonly freeFen: Fen;
};

/** The money of a visit, per payer that has anything to do with it, in fen. */
export function visitMoney(visit: Visit): VisitMoney {
  const rows = payers.map((payer) => moneyOf(visit, payer));
  return {
    payers: rows.filter(({ payer, acceptedFen, settledFen }) => payer === 'customer' || acceptedFen + settledFen > 0),
    receivedFen: receivedFen(visit),
    freeFen: freeFen(visit),
  };
}

function moneyOf(visit: Visit, payer: Payer): MoneyOfPayer {
  const statements = liveStatements(visit).filter((each) => each.payer === payer);
  return {
    payer,
    acceptedFen: acceptedFen(visit, payer),
    settledFen: sum(statements.map(({ totalFen }) => totalFen)),
    receivedFen: sum(statements.map(({ statementId }) => allocatedFen(visit, statementId))),
    dueFen: sum(statements.map(({ statementId }) => dueFen(visit, statementId))),
  };
}

function acceptedFen(visit: Visit, payer: Payer): Fen {
  const live = new Set(grantedLines(visit));
  const lines = linesOf(visit).filter((line) => live.has(line) || isPerformed(visit, line));
  const granted = new Map(visit.grants.map((grant) => [grant.grantId, grant]));
  return sum(
    lines.flatMap(({ grantId }) => {
      const grant = grantId === null ? undefined : granted.get(grantId);
      return grant?.payer === payer ? [grant.grantedFen] : [];
    }),
  );
}
