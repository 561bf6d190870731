import { fail, serve } from './serve.ts';

/** The server alone, without building its pages: for journeys and measurements. */
await serve({}).catch(fail);
