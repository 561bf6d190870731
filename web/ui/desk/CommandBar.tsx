import { Drawer } from 'antd';
import { useState } from 'react';
import type { Contract } from '#domain/kernel/contract.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { Words } from '#domain/kernel/words.ts';
import { ContractForm } from '#web/ui/contract-form/ContractForm.tsx';
import type { FormOptions } from '#web/ui/contract-form/form-context.ts';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT } from '#web/ui/language.ts';

export type BarCommand = {
  readonly contract: Contract;
  readonly known: Readonly<Record<string, unknown>>;
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly options?: FormOptions;
  readonly kind?: 'primary' | 'plain' | 'danger';
  /** Why not now, as `checkAction` answers; null or missing when it may be pressed. */
  readonly disabled?: Refusal | null;
  readonly label?: Words;
  /** What its form's own button says, where the contract serves two ways. */
  readonly submit?: Words;
  /** Whom or what it is done to, beside the title of its form. */
  readonly about?: string;
};

type Props = {
  readonly commands: readonly BarCommand[];
  readonly size?: 'small' | 'middle';
  readonly onDone?: (output: unknown) => void;
};

/** Commands as buttons; each opens its form beside the page, and says why when it may not be pressed. */
export function CommandBar({ commands, size = 'middle', onDone }: Props) {
  const t = useT();
  const [opened, setOpen] = useState<BarCommand | null>(null);
  const open = commands.find(({ contract }) => contract.name === opened?.contract.name) ?? opened;
  const done = (output: unknown) => {
    setOpen(null);
    onDone?.(output);
  };
  return (
    <>
      {commands.map((command) => (
        <ActionButton
          key={command.contract.name}
          size={size}
          kind={command.kind ?? 'plain'}
          disabledReason={command.disabled ? t(command.disabled.words) : null}
          onPress={() => setOpen(command)}
        >
          {t(command.label ?? command.contract)}
        </ActionButton>
      ))}
      <Drawer
        open={open !== null}
        onClose={() => setOpen(null)}
        title={open ? [t(open.label ?? open.contract), open.about].filter(Boolean).join(' · ') : ''}
        size={520}
        destroyOnHidden
      >
        {open ? (
          <ContractForm
            contract={open.contract}
            known={open.known}
            {...(open.initial ? { initial: open.initial } : {})}
            submitLabel={open.submit ? t(open.submit) : undefined}
            {...(open.options ? { options: open.options } : {})}
            onDone={done}
            onCancel={() => setOpen(null)}
          />
        ) : null}
      </Drawer>
    </>
  );
}
