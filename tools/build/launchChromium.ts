import { chromium, type Browser } from 'playwright';
import { chromiumFlags, findChromium } from './chromium.mjs';

/** A headless Chromium of this machine that leaves Ctrl-C to us. */
export function launchChromium(isSoftwareGpu: boolean): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium or Chrome found. Set CHROMIUM_PATH.');
  const args = chromiumFlags({ isSoftwareGpu });
  return chromium.launch({ executablePath, args, handleSIGINT: false });
}
