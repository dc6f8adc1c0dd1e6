import { defaultHub } from '../../core/hub/hubAddress.ts';
import { Persisted } from './persisted.svelte.ts';

/** Where datasets are fetched from by name. */
export class Hub {
  readonly address = new Persisted('hub', defaultHub, (raw) =>
    typeof raw === 'string' ? raw : null,
  );
}
