import { findChromium } from './find-chromium.mjs';

/** Tells the stories in tests/e2e which browser to start, as CHROMIUM_PATH. */
export default function browserSetup() {
  const found = findChromium();
  if (!found) throw new Error('No Chromium was found. Install one, or set CHROMIUM_PATH.');
  process.env.CHROMIUM_PATH = found;
}
