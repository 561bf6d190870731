import { Dropdown, Tooltip } from 'antd';
import type { ActionView } from '#domain/repair-order/visit-view.contract.ts';
import styles from '#web/features/repair-order/order.module.css';
import { ActionButton } from '#web/ui/desk/ActionButton.tsx';
import { useT } from '#web/ui/language.ts';

type Props = {
  readonly label: string;
  readonly actions: readonly ActionView[];
  readonly size?: 'small' | 'middle';
  readonly onChoose: (action: ActionView) => void;
};

/** Everything else that the reader may do, under one button: what may be done now stands first, the rest says why not. */
export function ActionsMenu({ label, actions, size = 'middle', onChoose }: Props) {
  const t = useT();
  const may = actions.filter(({ disabled }) => disabled === null);
  const mayNot = actions.filter(({ disabled }) => disabled !== null);
  const items = [...may, ...mayNot].map((each) => ({
    key: each.action,
    label: each.disabled ? (
      <Tooltip title={t(each.disabled)} placement="left">
        <span className={styles['blocked']}>{t(each)}</span>
      </Tooltip>
    ) : (
      t(each)
    ),
    disabled: each.disabled !== null,
    onClick: () => onChoose(each),
  }));
  return (
    <Dropdown menu={{ items, className: styles['menu'] ?? '' }} trigger={['click']}>
      <span>
        <ActionButton size={size}>{label}</ActionButton>
      </span>
    </Dropdown>
  );
}
