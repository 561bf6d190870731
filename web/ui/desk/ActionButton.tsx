import { Button, Popconfirm, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { words } from '#domain/kernel/words.ts';
import { useWords } from '#web/ui/language.ts';

const buttonWords = { yes: words('确定', 'Yes'), no: words('取消', 'Cancel') } as const;

type Props = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly kind?: 'primary' | 'plain' | 'danger' | 'text';
  readonly size?: 'small' | 'middle' | 'large';
  readonly pending?: boolean;
  /** Why it may not be pressed now; shown when pointed at or focused. */
  readonly disabledReason?: string | null | undefined;
  /** Asked before it is done. */
  readonly confirm?: string;
  readonly icon?: ReactNode;
  readonly submits?: boolean;
};

/** A desktop button that says why it may not be pressed. It stays focusable, so that the reason reaches everyone. */
export function ActionButton(props: Props) {
  const {
    children,
    onPress,
    kind = 'plain',
    size = 'middle',
    pending = false,
    disabledReason,
    confirm,
    icon,
    submits = false,
  } = props;
  const w = useWords(buttonWords);
  const blocked = Boolean(disabledReason);
  const direct = confirm === undefined && !blocked && !pending;
  const button = (
    <Button
      type={kind === 'primary' ? 'primary' : kind === 'text' ? 'text' : 'default'}
      danger={kind === 'danger'}
      size={size}
      icon={icon}
      loading={pending}
      htmlType={submits && !blocked ? 'submit' : 'button'}
      aria-disabled={blocked}
      className={blocked ? 'blocked' : ''}
      {...(direct && onPress ? { onClick: onPress } : {})}
    >
      {children}
    </Button>
  );
  if (blocked) return <Tooltip title={disabledReason}>{button}</Tooltip>;
  if (confirm === undefined) return button;
  return (
    <Popconfirm title={confirm} okText={w.yes} cancelText={w.no} onConfirm={() => onPress?.()}>
      {button}
    </Popconfirm>
  );
}
