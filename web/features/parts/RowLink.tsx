import type { ReactNode } from 'react';
import { PageLink } from '#web/ui/PageLink.tsx';

type Props = { readonly to: string; readonly children: ReactNode };

/** The link of a row that opens by a press anywhere: for the keyboard, and not followed twice. */
export const RowLink = ({ to, children }: Props) => (
  <PageLink to={to} className="figures nowrap" onClick={(event) => event.stopPropagation()}>
    {children}
  </PageLink>
);
