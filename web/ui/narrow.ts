import { useSyncExternalStore } from 'react';

/** Where the shell and the lists change their shape; the same widths as in the style sheets. */
const widths = { phone: '(width <= 640px)', desk: '(width >= 1000px)' } as const;

const listOf = (width: keyof typeof widths) => globalThis.matchMedia?.(widths[width]);

function useWidth(width: keyof typeof widths): boolean {
  return useSyncExternalStore(
    (tell) => {
      const list = listOf(width);
      list?.addEventListener('change', tell);
      return () => list?.removeEventListener('change', tell);
    },
    () => listOf(width)?.matches ?? false,
  );
}

/** Whether the page is shown on a phone held upright. */
export const useOnPhone = (): boolean => useWidth('phone');

/** Whether there is room for a rail beside the page. */
export const useOnDesk = (): boolean => useWidth('desk');
