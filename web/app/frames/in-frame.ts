import { createContext } from 'react';

/** Whether a frame already holds the page's one main part. */
export const InFrame = createContext(false);
