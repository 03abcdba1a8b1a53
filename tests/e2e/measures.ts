/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

declare global {
  interface Window {
    axe?: { run(options: RunOptions): Promise<AxeResults> };
  }
}

/** What axe-core finds wrong with the page as it stands, one sentence each; empty when all is well. */
export async function axeFindings(page: Page): Promise<string[]> {
  // As a debugger's statement, not as a script of the page: the page's own policy refuses every script but ours.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const options: RunOptions = { runOnly: tags, resultTypes: ['violations'], elementRef: false };
  return page.evaluate(async (how) => {
    const found = await window.axe?.run(how);
    if (!found) return ['axe did not run'];
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    );
  }, options);
}

/** How many CSS pixels stick out to the right of a window `width` wide. */
export async function sticksOut(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Things to press that are smaller than `least` CSS pixels either way, links within a sentence excepted. */
export const smallTargets = (page: Page, least = 44): Promise<string[]> =>
  page.evaluate((size) => {
    const pressable = 'a[href], button, input, select, textarea, summary, [role="slider"], [role="button"]';
    const isSeen = (element: Element): boolean =>
      element.checkVisibility() && element.getClientRects().length > 0;
    const ownWords = (element: Element): string =>
      [...element.childNodes]
        .map((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : ''))
        .join('');
    const isInSentence = (element: Element): boolean =>
      element.tagName === 'A' &&
      getComputedStyle(element).display === 'inline' &&
      element.parentElement !== null &&
      /\p{L}{2}/u.test(ownWords(element.parentElement));
    return [...document.querySelectorAll(pressable)]
      .filter((element) => isSeen(element) && !isInSentence(element) && !element.matches('.nhsuk-skip-link'))
      .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
      .filter(({ box }) => box.width < size - 0.5 || box.height < size - 0.5)
      .map(({ element, box }) => {
        const words = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? element.tagName;
        return `${element.tagName.toLowerCase()} "${words}" ${Math.round(box.width)} x ${Math.round(box.height)}`;
      });
  }, least);

/** What every page must say about itself. */
export const selfDescription = (page: Page) =>
  page.evaluate(() => ({
    title: document.title,
    lang: document.documentElement.lang,
    headings: document.querySelectorAll('h1').length,
  }));

/** The element that has the focus, and whether anybody can see that it has; undefined when the page has lost it. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    const { top, bottom, width } = element.getBoundingClientRect();
    return {
      tag: element.tagName.toLowerCase(),
      words: element.textContent.trim(),
      ring: hasOutline || boxShadow !== 'none',
      inWindow: width > 1 && bottom > 0 && top < window.innerHeight,
    };
  });
