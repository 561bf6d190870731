import { buildPages } from './pages.ts';
import { fail, serve } from './serve.ts';

/** The API listens first; the interface is built beside it when it is missing or old, and pages wait for it. */
const pagesReady = buildPages();
pagesReady.catch((error: unknown) => process.stderr.write(`${String(error)}\n`));

await serve({ pagesReady }).catch(fail);
