import { buildPages } from '../../scripts/pages.ts';

/** The screens as people get them: built when their sources changed, and a page that does not compile fails the run. */
export default buildPages;
