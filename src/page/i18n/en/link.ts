import type { ModelName } from '../../../core/models.ts';
import { listed } from './listed.ts';

/** Links that carry a desk, and putting a whole desk in the place of another. */
export const link = {
  copied: 'Link copied.',
  withoutOwn: (names: readonly string[]) =>
    `It names your own data, but does not carry it: ${listed(names)}. Whoever opens it drops those files first.`,
  showCode: 'QR code',
  code: 'QR code of the link to this mix',
  tooLong:
    'This mix is too long for a code that a camera reads off a screen. Copy the link, or save the mix as a file.',
  onlyHere:
    'The address of this page is one that only this computer has: the code opens nothing elsewhere. Put the page on a server that others reach.',
  notCopied: 'The browser did not allow copying. Copy this by hand:',
  opened: 'The mix of the link is on the desk.',
  putBack: 'Put mine back',
  otherModel: (model: ModelName) => `This mix needs the model “${model}”.`,
  stopFirst: 'Stop the run first: it plays on the model that is loaded.',
};
