import { useState } from 'react';
import type { CustomerVisitView } from '#domain/repair-order/customer-visit.contract.ts';
import { statementStateWords } from '#domain/process/statement-words.ts';
import type { Strokes } from '#domain/repair-order/visit.contract.ts';
import { settlementContracts } from '#domain/settlement/settlement.contract.ts';
import { statementDocument } from '#domain/settlement/statement-document.ts';
import { useContractCommand } from '#web/api/hooks.ts';
import { myVisitWords } from '#web/features/my-visit/my-visit.words.ts';
import styles from '#web/features/my-visit/my-visit.module.css';
import { Hours, Money, Qty } from '#web/ui/figures.tsx';
import { useWords } from '#web/ui/language.ts';
import { PhoneButton } from '#web/ui/phone/PhoneButton.tsx';
import { PhoneCard } from '#web/ui/phone/PhoneCard.tsx';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { RefusalAlert } from '#web/ui/RefusalAlert.tsx';
import { SignaturePad } from '#web/ui/SignaturePad.tsx';
import { StateTag } from '#web/ui/StateTag.tsx';
import { LineName } from '#web/visit/LineName.tsx';

type Statement = CustomerVisitView['statements'][number];
type Props = { readonly visit: CustomerVisitView; readonly statement: Statement };

/** The statement as presented, each charge by name, and the place to sign it (R238, R239). */
export function StatementCard({ visit, statement }: Props) {
  const w = useWords(myVisitWords);
  const lines = statement.content ? statementDocument.parse(JSON.parse(statement.content)).lines : [];
  const settled = statement.dueFen === 0 && statement.state !== 'presented';
  return (
    <PhoneCard alive={statement.state === 'presented'}>
      <h2 className={styles['total']}>
        {w.statement}{' '}
        <StateTag
          words={statementStateWords({ payer: 'customer', state: statement.state })}
          tone={settled ? 'good' : 'warn'}
        />
      </h2>
      <ul>
        {lines.map((line) => (
          <li key={line.lineId} className={styles['line']}>
            <LineName name={line.name} english={visit.namesEn[line.lineId]} />
            {line.hoursCenti === null ? (
              <Qty milli={line.qtyMilli} unit={line.unit} />
            ) : (
              <Hours centi={line.hoursCenti} />
            )}
            <Money fen={line.amountFen} />
          </li>
        ))}
      </ul>
      {statement.dueFen === statement.totalFen ? null : (
        <p className={styles['line']}>
          <span>{w.all}</span> <Money fen={statement.totalFen} />
        </p>
      )}
      <p className={styles['total']}>
        {w.due} <Money fen={statement.dueFen} />
      </p>
      {visit.depositFen > 0 ? (
        <p className={styles['line']}>
          <span>{settled ? w.givenBack : w.deposit}</span> <Money fen={visit.depositFen} />
        </p>
      ) : null}
      {statement.state === 'presented' ? <Sign visit={visit} statement={statement} /> : null}
    </PhoneCard>
  );
}

function Sign({ visit, statement }: Props) {
  const w = useWords(myVisitWords);
  const [name, setName] = useState(visit.signatories[0]?.name ?? visit.customerName);
  const [strokes, setStrokes] = useState<Strokes>([]);
  const sign = useContractCommand(settlementContracts.signStatement, { touches: ['order:*'] });
  const send = () =>
    sign.run({
      orderId: visit.orderId,
      statementId: statement.statementId,
      contentHash: statement.contentHash ?? '',
      signature: { signedBy: name, strokes },
    });
  return (
    <div className={styles['form']}>
      <PhoneField label={w.name} value={name} onChange={setName} />
      <SignaturePad label={w.sign} onChange={setStrokes} />
      <RefusalAlert error={sign.error} />
      <PhoneButton kind="primary" wide pending={sign.pending} onPress={send}>
        {w.signStatement}
      </PhoneButton>
    </div>
  );
}
