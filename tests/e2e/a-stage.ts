import { afterAll, beforeAll } from '@jest/globals';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openBrowser, signIn, visit, type Visitor, type Who } from '../support/visitor.js';
import { startWholeProduct, type WholeProduct } from '../support/whole-product.js';

export interface Stage {
  readonly product: () => WholeProduct;
  /** A person who has signed in, in a browser profile of their own. */
  enters(who: Who, options?: BrowserContextOptions): Promise<Visitor>;
  /** Somebody who has not signed in. */
  passesBy(options?: BrowserContextOptions): Promise<Visitor>;
}

const startWithinMs = 120_000;

/** One product and one browser for the tests of a file, so that its days do not pass in another's story. */
export function setStage(): Stage {
  let product: WholeProduct | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    [product, browser] = await Promise.all([
      startWholeProduct(),
      openBrowser(process.env.CHROMIUM_PATH ?? ''),
    ]);
  }, startWithinMs);
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  }, startWithinMs);

  const started = () => {
    if (!product || !browser) throw new Error('The product is not running.');
    return { product, browser };
  };
  const passesBy = (options?: BrowserContextOptions) => visit(started().browser, started().product, options);
  return {
    product: () => started().product,
    passesBy,
    enters: async (who, options) => {
      const visitor = await passesBy(options);
      await signIn(visitor, started().product, who);
      return visitor;
    },
  };
}
