import { useState } from 'react';
import { estimateContracts } from '#domain/estimate/estimate.contract.ts';
import { formatYuan } from '#domain/kernel/money.ts';
import { words } from '#domain/kernel/words.ts';
import type { VisitView } from '#domain/repair-order/visit-view.contract.ts';
import { catalogueContracts } from '#domain/store/catalogue.contract.ts';
import { useContractQuery } from '#web/api/hooks.ts';
import { ContractForm } from '#web/ui/contract-form/ContractForm.tsx';
import { useWords } from '#web/ui/language.ts';
import { PhoneField } from '#web/ui/phone/PhoneField.tsx';
import { blankLine, notAskedOf, withoutIds, type LineStart } from '#web/visit/line-start.ts';
import { Recommended } from '#web/visit/Recommended.tsx';
import { useFormOptions } from '#web/visit/form-options.ts';
import styles from '#web/visit/visit.module.css';

const texts = {
  find: words('从目录查找：名称或编码', 'Find in the catalogue: name or code'),
  free: words('不在目录中的项目，请直接填写下表。', 'Not in the catalogue? Fill in the form below.'),
};

type Props = { readonly view: VisitView; readonly onDone: (output: unknown) => void; readonly onCancel?: () => void };

/** A new line: found in the catalogue with published hours and price, or written freely (R113, R114). */
export function AddLineForm({ view, onDone, onCancel }: Props) {
  const w = useWords(texts);
  const [find, setFind] = useState('');
  const blank = blankLine(view);
  const [chosen, setChosen] = useState<LineStart>(blank);
  const options = useFormOptions(view, 'add_line', null);
  const jobBefore =
    view.lines.findLast(({ kind, removedAt }) => kind === 'labour' && removedAt === null)?.lineId ?? null;
  return (
    <div className={styles['form']}>
      <Recommended view={view} onChoose={(values) => setChosen({ ...blank, ...values })} />
      <PhoneField label={w.find} value={find} onChange={setFind} hint={w.free} />
      <Found find={find} jobBefore={jobBefore} onChoose={(values) => setChosen({ ...blank, ...values })} />
      <ContractForm
        key={`${chosen['operationId'] ?? chosen['partId'] ?? 'free'} ${chosen['description'] ?? ''}`}
        contract={estimateContracts.addLine}
        known={{
          orderId: view.order.orderId,
          operationId: chosen['operationId'] ?? null,
          partId: chosen['partId'] ?? null,
          ...notAskedOf(chosen),
        }}
        initial={withoutIds(chosen)}
        options={options}
        onDone={onDone}
        {...(onCancel ? { onCancel } : {})}
      />
    </div>
  );
}

type FoundProps = {
  readonly find: string;
  /** The job added last: a part mostly belongs to it. */
  readonly jobBefore: string | null;
  readonly onChoose: (values: LineStart) => void;
};

function Found({ find, jobBefore, onChoose }: FoundProps) {
  const enabled = find.trim().length > 0;
  const search = find.trim();
  const operations = useContractQuery(
    catalogueContracts.listOperations,
    { search, limit: 6 },
    { enabled, keepPrevious: true },
  );
  const parts = useContractQuery(catalogueContracts.listParts, { search, limit: 6 }, { enabled, keepPrevious: true });
  if (!enabled) return null;
  return (
    <ul className={styles['found']}>
      {operations.data?.items.map((each) => (
        <li key={each.operationId}>
          <button
            type="button"
            onClick={() =>
              onChoose({
                kind: 'labour',
                operationId: each.operationId,
                description: each.name,
                trade: each.trade,
                flatRateHoursCenti: each.flatRateHoursCenti,
              })
            }
          >
            {each.code} {each.name} · {each.flatRateHoursCenti / 100} h · {formatYuan(each.amountFen)}
          </button>
        </li>
      ))}
      {parts.data?.items.map((each) => (
        <li key={each.partId}>
          <button
            type="button"
            onClick={() =>
              onChoose({
                kind: 'part',
                partId: each.partId,
                description: each.name,
                unit: each.unit,
                partOrigin: each.origin,
                parentLineId: jobBefore,
              })
            }
          >
            {each.code} {each.name} · {formatYuan(each.priceFen)} / {each.unit} · {each.availableMilli / 1000}
          </button>
        </li>
      ))}
    </ul>
  );
}
