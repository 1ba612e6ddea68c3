import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AlignmentResult } from '../../src/core/result.ts';
import { display } from '../../src/report/display.ts';
import { hasChromium, inChromium, launchChromium } from '../browser/chromium.ts';
import { openReport, type OpenedReport } from '../browser/report-page.ts';
import { hostileResult, seedResult } from './fixture.ts';

/** What a notebook shows of a result, in a page of the notebook's. */
function notebookWith(result: AlignmentResult): string {
  const shown = display(result) as unknown as Record<symbol, () => Record<string, string>>;
  const html = shown[Symbol.for('Jupyter.display')]!()['text/html'];
  return `<!doctype html><html lang="en"><title>A notebook</title><style>h1{color:red}</style><body>${html}</body></html>`;
}

describe.skipIf(!hasChromium)(inChromium('a displayed result in Chromium'), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  const open = async (result: AlignmentResult): Promise<OpenedReport & { frame: Frame }> => {
    const opened = await openReport(browser, notebookWith(result));
    return { ...opened, frame: opened.page.frames()[1]! };
  };

  it('is the whole page, as high as most of the window, with looks of its own', async () => {
    const { page, frame, requests, complaints } = await open(seedResult());
    expect(await frame.locator('h1').innerText()).toBe('003.txt');
    expect(await frame.locator('h1').evaluate((h1) => getComputedStyle(h1).color)).not.toBe('rgb(255, 0, 0)');
    const { width, height } = (await page.locator('iframe').boundingBox())!;
    expect([Math.round(height), width > 1100]).toEqual([704, true]);
    await page.setViewportSize({ width: 390, height: 600 });
    expect((await page.locator('iframe').boundingBox())!.height).toBeCloseTo(510);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.locator('summary').click();
    expect(await page.locator('iframe').isVisible()).toBe(false);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    await page.context().close();
  });

  it('follows its links and keys within the frame', async () => {
    const { page, frame, requests, complaints } = await open(seedResult());
    await frame.locator('.verdicts a').first().click();
    expect([page.url(), frame.url()]).toEqual(['http://report.test/', 'about:srcdoc#r0']);
    await page.keyboard.press('n');
    await expect.poll(() => frame.locator('.count').innerText()).toMatch(/^1 of \d+$/);
    expect({ requests, complaints }).toEqual({ requests: [], complaints: [] });
    await page.context().close();
  });

  it('has no way into the notebook, whatever an article holds', async () => {
    const { page, frame, complaints } = await open(
      hostileResult('"><img src=x onerror=alert(1)><script>alert(2)</script>'),
    );
    expect(await page.locator('body > :not(details)').count()).toBe(0);
    expect(await frame.locator('img').count()).toBe(0);
    expect(await frame.evaluate(() => origin)).toBe('null');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
