import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent } from 'react';

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { readonly to: string };

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link within the interface, to an address made by `pathTo`; its page is fetched as soon as the pointer comes near. */
export function PageLink({ to, onClick, children, ...rest }: Props) {
  const router = useRouter();
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlain(event) || rest.target) return;
    event.preventDefault();
    router.history.push(to);
  };
  const prepare = () => void router.preloadRoute({ to: to.split('?', 1)[0] ?? to }).catch(() => {});
  return (
    <a {...rest} href={to} onClick={open} onPointerEnter={prepare}>
      {children}
    </a>
  );
}
