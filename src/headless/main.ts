/** The page without controls: `npm run train`, tests and benchmarks drive the visitor's own worker. */
import { createMixdesk } from './mixdesk.ts';

window.mixdesk = createMixdesk(document.baseURI);
