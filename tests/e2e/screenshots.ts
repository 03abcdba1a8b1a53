import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repository } from '../support/repository.js';
import { openBrowser, signIn, visit } from '../support/visitor.js';
import { startWholeProduct } from '../support/whole-product.js';

const finder = pathToFileURL(join(repository, 'tests/support/find-chromium.mjs')).href;
const { findChromium } = (await import(finder)) as { findChromium(): string | undefined };

/** `npm run screenshots`: takes the picture of the README anew, from a demo network made for it. */
async function takeScreenshots(program: string): Promise<void> {
  const product = await startWholeProduct();
  const browser = await openBrowser(program);
  try {
    const clinician = await visit(browser, product, { reducedMotion: 'reduce' });
    await signIn(clinician, product, 'clinician@demo');
    await clinician.page.getByRole('heading', { name: 'Three groups may need you' }).waitFor();
    await clinician.page.getByRole('button', { name: 'I have it in hand' }).nth(2).waitFor();
    const path = join(repository, 'docs/images/groups-that-may-need-you.png');
    await clinician.page.screenshot({ path });
    console.log(`Taken: ${path}`);
  } finally {
    await browser.close();
    await product.stop();
  }
}

const chromium = findChromium();
if (chromium) await takeScreenshots(chromium);
else {
  console.error('No Chromium was found. Install one, or set CHROMIUM_PATH.');
  process.exitCode = 1;
}
