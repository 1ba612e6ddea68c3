import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import { render } from '../../src/report/registry.ts';
import { hostileResult, seedResult } from '../report/fixture.ts';
import { longResult } from '../report/long-result.ts';
import { hasChromium, inChromium, launchChromium } from './chromium.ts';
import { openReport, violations, type OpenedReport } from './report-page.ts';

const seeds = render(seedResult(), 'html');
const long = render(longResult(2000), 'html');
const narrow = { viewport: { width: 390, height: 844 } };

describe.skipIf(!hasChromium)(inChromium('the HTML report in Chromium'), () => {
  let browser: Browser;
  let opened: OpenedReport[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    const [reports, found] = [opened, opened.map(({ requests, complaints }) => ({ requests, complaints }))];
    opened = [];
    for (const { page } of reports) await page.context().close();
    // Whatever a test does, the page asks nobody for anything and breaks no rule of its own.
    for (const one of found) expect(one).toEqual({ requests: [], complaints: [] });
  });
  afterAll(() => browser.close());

  const open = async (html: string, options?: BrowserContextOptions): Promise<Page> => {
    const report = await openReport(browser, html, options);
    opened.push(report);
    return report.page;
  };
  const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
  const visibleRows = (page: Page): Promise<number> =>
    page.locator('.aligned tbody tr').evaluateAll((rows) => rows.filter((row) => row.checkVisibility()).length);

  describe('axe-core finds no violation', () => {
    it.each<[string, BrowserContextOptions]>([
      ['light', { colorScheme: 'light' }],
      ['dark', { colorScheme: 'dark' }],
      ['narrow', narrow],
      ['narrow and dark', { ...narrow, colorScheme: 'dark' }],
      ['with forced colours', { forcedColors: 'active' }],
    ])('%s', async (_, options) => {
      const page = await open(seeds, options);
      await page
        .locator('summary')
        .evaluateAll((all) => all.forEach((one) => ((one.parentElement as HTMLDetailsElement).open = true)));
      expect(await violations(page)).toEqual([]);
    });

    it('in a long text with a part open, filtered', async () => {
      const page = await open(render(longResult(300), 'html'));
      await page.locator('.part summary').first().click();
      await page.keyboard.press('f');
      expect(await violations(page)).toEqual([]);
    });

    it('and would find one', async () => {
      const page = await open(
        seeds.replace('<html lang="en">', '<html>').replace('<th scope="col">Row</th>', '<td></td>'),
      );
      expect((await violations(page)).join()).toContain('html-has-lang');
    });
  });

  it('goes through the findings by n and p, on a Russian keyboard too, and tells where', async () => {
    const page = await open(seeds, { reducedMotion: 'reduce' });
    const stops = await page.locator('.aligned tr[tabindex]').evaluateAll((rows) => rows.map(({ id }) => id));
    const count = page.locator('.keys .count');
    expect(await count.textContent()).toBe(`${stops.length} places`);
    await page.keyboard.press('n');
    expect(await focused(page)).toBe(stops[0]);
    const russian = new Set<string>();
    await page.evaluate(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'т', code: 'KeyN' })));
    russian.add(await focused(page));
    expect([...russian]).toEqual([stops[1]]);
    expect(await count.textContent()).toBe(`2 of ${stops.length}`);
    await page.keyboard.press('p');
    await page.keyboard.press('p');
    expect(await focused(page), 'round the end').toBe(stops.at(-1));
    expect(await page.locator(`#${stops.at(-1)!}`).evaluate((row) => row.checkVisibility())).toBe(true);
    await page.getByRole('button', { name: 'Next finding' }).click();
    expect(await count.textContent()).toBe(`1 of ${stops.length}`);
    await page.keyboard.press('Control+n');
    expect(await count.textContent()).toBe(`1 of ${stops.length}`);
  });

  it('moves at once where motion is not wanted', async () => {
    const page = await open(seeds, { reducedMotion: 'reduce' });
    const jump = (): Promise<number> =>
      page.evaluate(() => {
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n' }));
        return scrollY;
      });
    expect(await jump()).toBeGreaterThan(500);
    const smooth = await open(seeds, { reducedMotion: 'no-preference' });
    expect(await smooth.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('smooth');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior)).toBe('auto');
  });

  it('shows findings alone by f, and everything again', async () => {
    const page = await open(seeds);
    const before = await visibleRows(page);
    const told = await page.locator('.aligned tr[data-told]').count();
    const button = page.getByRole('button', { name: 'Only findings' });
    await page.keyboard.press('f');
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    expect(await visibleRows(page)).toBe(told);
    expect(told).toBeLessThan(before);
    await page.locator('.synopsis td a.state-kept:visible').first().click();
    expect(await visibleRows(page), 'a link to a row that is hidden ends the filter').toBe(before);
    await button.click();
    await button.click();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    expect(await visibleRows(page)).toBe(before);
  });

  it('lets the keys be turned off', async () => {
    const page = await open(seeds);
    await page.getByRole('button', { name: 'Keys on' }).click();
    await page.keyboard.press('f');
    expect(await page.locator('body.only-findings').count()).toBe(0);
    await page.getByRole('button', { name: 'Keys off' }).click();
    await page.keyboard.press('f');
    expect(await page.locator('body.only-findings').count()).toBe(1);
  });

  it('leads from a count to its finding, on to its row, and from the ribbon there too', async () => {
    const page = await open(seeds, { reducedMotion: 'reduce' });
    await page.locator('.counts a').first().click();
    await page.locator('.findings li:target .places a').last().click();
    const row = page.locator('.aligned tr:target');
    const id = await row.getAttribute('id');
    const box = (await row.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(1000);
    await page.goto('about:blank');
    await page.goBack();
    await page.locator(`.ribbon [data-to="${id!}"] .stub`).click();
    expect(new URL(page.url()).hash).toBe(`#${id!}`);
  });

  it('can be read and followed with scripting off', async () => {
    const page = await open(seeds, { javaScriptEnabled: false, reducedMotion: 'reduce' });
    expect(await page.locator('.keys').isVisible()).toBe(false);
    expect(await page.locator('.aligned').first().isVisible()).toBe(true);
    await page.locator('.synopsis td a.state-missing').first().click();
    expect(await page.locator('.aligned tr:target').isVisible()).toBe(true);
    const many = await open(long, { javaScriptEnabled: false, reducedMotion: 'reduce' });
    await many.locator('.findings .places a').nth(40).click();
    expect(await many.locator('.aligned tr:target').isVisible(), 'in a part that was closed').toBe(true);
  });

  it.each([320, 390, 768, 1200])('needs no sideways scrolling at %i pixels', async (width) => {
    const page = await open(seeds, { viewport: { width, height: 800 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  });

  it('keeps its tables tables for assistive technology where they are stacked', async () => {
    const page = await open(seeds, narrow);
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const heard = (role: string): number => nodes.filter((node) => node.role?.value === role).length;
    const shown = (selector: string): Promise<number> =>
      page.locator(selector).evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
    expect(heard('table')).toBe(3);
    expect(heard('row')).toBe(await shown('tr'));
    expect(heard('rowheader')).toBe(await shown('th[scope=row]'));
    expect(heard('cell')).toBe(await shown('td'));
  });

  it('prints all parts, without the keys', async () => {
    const page = await open(render(longResult(300), 'html'));
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.keys').isVisible()).toBe(false);
    expect(await visibleRows(page)).toBe(600);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.locator('.part[open]').count()).toBe(0);
  });

  let plain: string[] | undefined;
  it.each([
    '<img src="http://elsewhere.test/x.png" onerror="alert(1)">',
    '"><script src="http://elsewhere.test/x.js"></script><script>alert(1)</script>',
    `' onmouseover='alert(1)' onfocus='alert(1)' autofocus x='`,
    '</title></style></script><svg onload=alert(1)><style>@import "http://elsewhere.test/x.css";</style>',
    '<!--<script>\u2028\u2029</script><base href="http://elsewhere.test/"><meta http-equiv="refresh" content="0">',
    '\u202e=cmd|\u0000\u001b[31m\ud800 ${alert(1)} {{alert(1)}}',
  ])('takes %j for text', async (text) => {
    const page = await open(render(hostileResult(text), 'html'));
    const elements = (of: Page): Promise<string[]> =>
      of.evaluate(() => Array.from(document.querySelectorAll('*')).map(({ tagName }) => tagName));
    await page.waitForTimeout(50);
    plain ??= await elements(await open(render(hostileResult('plain'), 'html')));
    expect(await elements(page)).toEqual(plain);
    const data = await page.evaluate(() => JSON.parse(document.getElementById('result')!.textContent!));
    expect(data).toEqual(hostileResult(text));
  });

  describe('a text of 2,000 sentences with two renderings', () => {
    it('is there soon and stays quick', async () => {
      const start = performance.now();
      const page = await open(long, { reducedMotion: 'reduce' });
      expect(performance.now() - start).toBeLessThan(8000);
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(40_000);
      const took = (key: string): Promise<number> =>
        page.evaluate((key) => {
          const start = performance.now();
          document.dispatchEvent(new KeyboardEvent('keydown', { key }));
          void document.body.offsetHeight;
          return performance.now() - start;
        }, key);
      for (const key of ['n', 'n', 'p', 'f', 'f']) expect(await took(key), key).toBeLessThan(1500);
    });

    it('opens the part that a link or a key leads into', async () => {
      const page = await open(long, { reducedMotion: 'reduce' });
      expect(await page.locator('.part[open]').count()).toBe(0);
      await page.keyboard.press('p');
      expect(await page.locator('.part[open]').count()).toBe(1);
      expect(await focused(page)).toMatch(/^r1-b/);
      await page.locator('.findings .places a').nth(30).click();
      await expect.poll(() => page.locator('.part[open]').count()).toBe(2);
      expect(await page.locator('.aligned tr:target').evaluate((row) => row.checkVisibility())).toBe(true);
    });
  });

  describe('pictures', () => {
    // They go to docs/images where UPDATE_IMAGES is set, since fonts differ from one computer to the next.
    const update = process.env.UPDATE_IMAGES !== undefined;
    const folder = update
      ? fileURLToPath(new URL('../../docs/images/', import.meta.url))
      : mkdtempSync(join(tmpdir(), 'report-'));
    mkdirSync(folder, { recursive: true });
    afterAll(() => {
      if (!update) rmSync(folder, { recursive: true });
    });
    let page: string;
    beforeAll(async () => {
      const read = (id: string) => ({
        id,
        text: readFileSync(new URL(`../fixtures/seeds/${id}`, import.meta.url), 'utf8'),
      });
      const ids = ['000.txt', '001.txt', '002.txt'];
      page = render(await alignTranslations(read('003.txt'), ids.map(read)), 'html');
    });

    it.each<[string, BrowserContextOptions, (page: Page) => Promise<void>]>([
      ['light', { viewport: { width: 1200, height: 1120 } }, async () => {}],
      ['dark', { viewport: { width: 1200, height: 1120 }, colorScheme: 'dark' }, async () => {}],
      [
        'rows',
        { viewport: { width: 1200, height: 740 } },
        async (page) => {
          await page.keyboard.press('f');
          const row = page.locator('.aligned tr:has(ins)').first();
          await row.evaluate((row) => row.scrollIntoView({ block: 'end' }));
        },
      ],
      [
        'narrow',
        { viewport: { width: 390, height: 844 } },
        (page) =>
          page
            .locator('.aligned tr:has(.first)')
            .first()
            .evaluate((row) => row.scrollIntoView({ block: 'center' })),
      ],
      [
        'print',
        { viewport: { width: 794, height: 1123 } },
        async (page) => {
          await page.emulateMedia({ media: 'print' });
          // The margins of the sheet, which a window has not.
          await page.evaluate(() => (document.documentElement.style.padding = '16mm 14mm'));
        },
      ],
    ])('%s', async (name, options, arrange) => {
      const shown = await open(page, { reducedMotion: 'reduce', ...options });
      await arrange(shown);
      const path = join(folder, `report-${name}.png`);
      await shown.screenshot({ path });
      expect(statSync(path).size).toBeGreaterThan(20_000);
      expect(statSync(path).size).toBeLessThan(200_000);
    });
  });
});
