import { Modal } from 'antd';
import { orderWords } from '#web/features/repair-order/order.words.ts';
import { useWords } from '#web/ui/language.ts';
import { QrCode } from '#web/ui/QrCode.tsx';

/** What a command answers once and nobody can read again: the customer's link, a collector's code. */
export function ShownOnce({ made, onClose }: { readonly made: unknown; readonly onClose: () => void }) {
  const w = useWords(orderWords);
  const { url, code } = (made ?? {}) as { readonly url?: string; readonly code?: string | null };
  const text = url ?? code;
  if (!text) return null;
  return (
    <Modal open title={url ? w.link : w.linkCode} onCancel={onClose} footer={null}>
      {url ? <QrCode text={url} label={w.link} /> : null}
      <p className="figures">{text}</p>
    </Modal>
  );
}
