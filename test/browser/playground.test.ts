import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, FrameLocator, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { alignTranslations } from '../../src/align-translations.ts';
import type { AlignmentResult } from '../../src/core/result.ts';
import { render } from '../../src/report/registry.ts';
import { decodeText } from '../../src/text/decode.ts';
import { hasChromium, inChromium, launchChromium } from './chromium.ts';
import { openPlayground, type PlaygroundSite } from './playground-site.ts';
import { violations } from './report-page.ts';

const seed = (id: string): string => readFileSync(new URL(`../../examples/seeds/${id}`, import.meta.url), 'utf8');
const texts = ['003.txt', '000.txt', '001.txt', '002.txt', '004.txt'].map((id) => ({ id, text: seed(id) }));
const narrow = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;
/** Long enough for a machine that has other things to do. */
const patience = 20_000;

interface Opened {
  page: Page;
  /** Addresses of other origins that the page, its worker or the report asked for. */
  strangers: string[];
  /** Errors, warnings and breaches of the content security policies. */
  complaints: string[];
}

describe.skipIf(!hasChromium)(inChromium('the playground in Chromium'), () => {
  let site: PlaygroundSite;
  let browser: Browser;
  let opened: Opened[] = [];
  /** What the failure that a test provokes makes the browser say. */
  let expected: RegExp | undefined;
  beforeAll(async () => {
    site = await openPlayground();
    browser = await launchChromium();
  }, 120_000);
  afterEach(async () => {
    const [all, allowed] = [opened, expected];
    [opened, expected] = [[], undefined];
    for (const { page } of all) await page.context().close();
    for (const { strangers, complaints } of all)
      expect({ strangers, complaints: complaints.filter((one) => !allowed?.test(one)) }).toEqual({
        strangers: [],
        complaints: [],
      });
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  const open = async (
    options: BrowserContextOptions = {},
    onModel?: (route: Route) => Promise<void>,
  ): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    if (onModel !== undefined) await context.route('**/*.bin', onModel);
    const page = await context.newPage();
    const [strangers, complaints]: [string[], string[]] = [[], []];
    opened.push({ page, strangers, complaints });
    context.on('request', (request) => {
      if (new URL(request.url()).origin !== new URL(site.address).origin) strangers.push(request.url());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    page.setDefaultTimeout(patience);
    await page.goto(site.address);
    return page;
  };
  const status = (page: Page, text: string) => page.locator('#status', { hasText: text }).waitFor();
  const box = (page: Page, title: string) => page.getByRole('textbox', { name: title, exact: true });
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const report = (page: Page): FrameLocator => page.frameLocator('iframe');
  const check = async (page: Page): Promise<void> => {
    await press(page, 'Check');
    await page.waitForURL('**/#report');
    await report(page).locator('.verdicts li').first().waitFor();
  };
  const fillSeeds = async (page: Page): Promise<void> => {
    await press(page, 'Show me an example');
    await page.locator('.origin', { hasText: '004.txt' }).waitFor();
  };
  const showSeeds = async (page: Page): Promise<void> => {
    await fillSeeds(page);
    await check(page);
  };
  const saved = async (page: Page, format: string): Promise<{ name: string; text: string }> => {
    await page.getByLabel('Save as').selectOption(format);
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Save')]);
    return { name: download.suggestedFilename(), text: readFileSync((await download.path())!, 'utf8') };
  };
  const drop = (page: Page, selector: string, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> =>
    page.locator(selector).evaluate(
      (target, files) => {
        const dataTransfer = new DataTransfer();
        for (const { name, bytes } of files) dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
        for (const type of ['dragover', 'drop'])
          target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      },
      files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
    );

  it('reports on the seeds, soon, as the library does', async () => {
    const page = await open();
    await status(page, 'Ready.');
    await fillSeeds(page);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const start = performance.now();
    await check(page);
    expect(performance.now() - start).toBeLessThan(10_000);
    const result = await alignTranslations(texts[0]!, texts.slice(1));
    expect(await saved(page, 'json')).toEqual({ name: '003-report.json', text: render(result, 'json') });
    expect(await saved(page, 'html')).toEqual({ name: '003-report.html', text: render(result, 'html') });
    const { errors, warnings } = result.summary;
    const told = await page.getByRole('heading', { level: 1 }).first().textContent();
    expect(told).toContain(`${errors} errors, ${warnings} warnings`);
    expect(await page.title()).toContain(`${errors} errors`);
  });

  it('gives the report its keys and its links, in the frame alone', async () => {
    const page = await open({ reducedMotion: 'reduce' });
    await showSeeds(page);
    await page.keyboard.press('n');
    await report(page).locator('.keys .count', { hasText: /^1 of/ }).waitFor();
    await report(page).locator('.counts a').first().click();
    await report(page).locator('.findings li:target').waitFor();
    expect(await page.evaluate(() => location.hash)).toBe('#report');
    const frame = page.frames()[1]!;
    expect(await frame.evaluate(() => origin)).toBe('null');
  });

  it('shows graver findings alone, and saves what it shows', async () => {
    const page = await open();
    await showSeeds(page);
    await page.getByLabel('Show').selectOption('error');
    await report(page)
      .locator('.lede', { hasText: /: \d+ errors\.$/ })
      .waitFor();
    const { summary } = JSON.parse((await saved(page, 'json')).text) as AlignmentResult;
    expect(summary).toMatchObject({ errors: expect.any(Number) as number, warnings: 0, infos: 0 });
  });

  it('can be used by the keyboard alone, there and back', async () => {
    const page = await open();
    for (const [title, id] of [
      ['Source', '003.txt'],
      ['Rendering', '000.txt'],
    ] as const) {
      while (!(await box(page, title).evaluate((area) => area === document.activeElement)))
        await page.keyboard.press('Tab');
      await page.keyboard.insertText(seed(id));
    }
    await page.keyboard.press('Control+Enter');
    await report(page).locator('h1', { hasText: 'source' }).waitFor();
    expect(await report(page).locator('.verdicts h2').first().textContent()).toBe('rendering 1');
    await page.getByRole('button', { name: 'Texts', exact: true }).focus();
    await page.keyboard.press('Enter');
    // The page goes back by its history, which takes a turn.
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
    expect(await box(page, 'Rendering').inputValue()).toBe(seed('000.txt'));
    await page.goBack();
    await report(page).locator('.verdicts li').first().waitFor();
  });

  it('checks again by the profile that is chosen', async () => {
    const page = await open();
    await showSeeds(page);
    await press(page, 'Texts');
    await page.getByLabel('Wire copy.').check();
    await check(page);
    const wire = await alignTranslations(texts[0]!, texts.slice(1), { profile: 'wire' });
    expect((await saved(page, 'json')).text).toBe(render(wire, 'json'));
    expect(wire.summary).not.toEqual((await alignTranslations(texts[0]!, texts.slice(1))).summary);
  });

  const russian = 'Выставка в Казани открыта. Её посетили 350 тысяч человек. Вход для студентов бесплатный.';
  const english = 'The exhibition in Kazan is open. It drew 350 thousand visitors. Students enter free of charge.';

  it('takes files of every encoding that the library reads, wherever they are dropped', async () => {
    const page = await open();
    const high = (text: string, base: number, upper: number): Uint8Array =>
      Uint8Array.from(text, (c) =>
        c < '\x80' ? c.charCodeAt(0) : c === 'ё' || c === 'Ё' ? upper : c.charCodeAt(0) - base,
      );
    const windows = high(russian, 0x410 - 0xc0, 0xb8);
    expect(decodeText(windows)).toMatchObject({ encoding: 'windows-1251' });
    const utf16 = Buffer.from(`\ufeff${english}`, 'utf16le');
    await drop(page, 'header', [
      { name: 'a.en.txt', bytes: utf16 },
      { name: 'a.ru.txt', bytes: windows },
      { name: 'b.en.txt', bytes: Buffer.from(english) },
    ]);
    await box(page, 'Rendering 2').waitFor();
    const headings = page.locator('.text .head');
    const heads = (await headings.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim());
    expect(heads[0]).toMatch(/^Source a\.ru\.txt, windows-1251 13 words/);
    expect(heads[1]).toMatch(/^Rendering 1 a\.en\.txt, utf-16le 16 words/);
    expect(heads[2]).toMatch(/^Rendering 2 b\.en\.txt 16 words/);
    await drop(page, '#renderings .text:nth-child(2)', [{ name: 'c.en.txt', bytes: Buffer.from('Nothing of it.') }]);
    await expect.poll(() => box(page, 'Rendering 2').inputValue()).toBe('Nothing of it.');
    await page.getByRole('button', { name: 'Remove rendering 2' }).click();
    await page
      .getByLabel('Open a file: rendering')
      .setInputFiles({ name: 'd.txt', mimeType: '', buffer: Buffer.from(english) });
    await expect.poll(() => page.locator('.origin').allTextContents()).toEqual(['a.ru.txt, windows-1251', 'd.txt']);
    await check(page);
    expect(await report(page).locator('h1').textContent()).toBe('a.ru.txt');
  });

  it('tells what is wrong and what to do next, in words of the page', async () => {
    const page = await open();
    const alert = page.getByRole('alert');
    const failed = async (): Promise<string> => {
      await alert.waitFor();
      expect(await alert.evaluate((element) => element === document.activeElement)).toBe(true);
      return (await alert.innerText()).replace(/\s+/g, ' ');
    };
    await press(page, 'Check');
    expect(await failed()).toMatch(/^The source is empty: .* Paste the text into its box/);
    await box(page, 'Source').fill(russian);
    await box(page, 'Rendering').fill(russian);
    await press(page, 'Check');
    expect(await failed()).toMatch(/both in Russian\. .*different languages/);
    await box(page, 'Rendering').fill('12 34');
    await press(page, 'Check');
    expect(await failed()).toMatch(/Choose the language below the text\.$/);
    await page.getByLabel('Language of the rendering').selectOption('en');
    await drop(page, 'header', [{ name: 'a.docx', bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff) }]);
    expect(await failed()).toMatch(/^a\.docx is binary data: .* Save the article as plain text first\./);
    expect(await page.getByText('--language').count()).toBe(0);
    await box(page, 'Rendering').fill(english);
    await check(page);
    expect(await alert.isVisible()).toBe(false);
  });

  it('says beside the report that a format does not hold it', async () => {
    const page = await open();
    await showSeeds(page);
    await page.getByLabel('Save as').selectOption('vecalign');
    await press(page, 'Save');
    await page.getByRole('alert').filter({ hasText: 'rendering' }).waitFor();
    await saved(page, 'tmx');
    expect(await page.getByRole('alert').isVisible()).toBe(false);
  });

  it('fetches the model again where that failed', async () => {
    expected = /ERR_FAILED/;
    let failures = 0;
    const page = await open({}, (route) => (failures++ < 2 ? route.abort() : route.continue()));
    const alert = page.getByRole('alert');
    await alert.filter({ hasText: 'The model could not be fetched' }).waitFor();
    await box(page, 'Source').fill(russian);
    await box(page, 'Rendering').fill(english);
    await press(page, 'Check');
    await expect.poll(() => failures).toBe(2);
    await alert.filter({ hasText: 'press Check again' }).waitFor();
    await check(page);
    expect((await saved(page, 'json')).name).toBe('source-report.json');
  });

  it('stays awake while it works, tells how far it is, and can be stopped', async () => {
    const page = await open();
    await status(page, 'Ready.');
    await page.evaluate(
      ([source, rendering]) => {
        const areas = document.querySelectorAll('textarea');
        areas[0]!.value = `${source}\n`.repeat(60);
        areas[1]!.value = `${rendering}\n`.repeat(60);
      },
      [seed('003.txt'), seed('000.txt')],
    );
    await press(page, 'Check');
    const frames = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let count = 0;
          const tick = (): void => void (count++, requestAnimationFrame(tick));
          tick();
          setTimeout(() => resolve(count), 1000);
        }),
    );
    expect(frames).toBeGreaterThan(5);
    expect(await page.getByRole('progressbar').isVisible()).toBe(true);
    await press(page, 'Stop');
    await expect.poll(() => page.getByRole('progressbar').isVisible(), { timeout: patience }).toBe(false);
    await press(page, 'Clear all');
    await showSeeds(page);
  });

  it('takes an article made of markup for text', async () => {
    const page = await open();
    const markup = `</script><script>alert(1)</script><img src="http://elsewhere.test/x.png" onerror="alert(1)">`;
    await box(page, 'Source').fill(`${russian} ${markup}`);
    await box(page, 'Rendering').fill(`${english} ${markup}`);
    await check(page);
    expect(await report(page).locator('body').innerText()).toContain('<script>alert(1)</script>');
    expect(await report(page).locator('img').count()).toBe(0);
  });

  describe('axe-core finds no violation', () => {
    it.each<[string, BrowserContextOptions]>([
      ['light', {}],
      ['dark', { colorScheme: 'dark' }],
      ['narrow and dark', { ...narrow, colorScheme: 'dark' }],
      ['with forced colours', { forcedColors: 'active' }],
    ])('%s', async (_, options) => {
      const page = await open(options);
      await status(page, 'Ready.');
      expect(await violations(page)).toEqual([]);
      await press(page, 'Check');
      await page.getByRole('alert').waitFor();
      expect(await violations(page)).toEqual([]);
      await showSeeds(page);
      expect(await violations(page)).toEqual([]);
    });
  });

  it('needs no sideways scrolling, and fits the report into the window', async () => {
    const page = await open();
    const fits = async (width: number): Promise<void> => {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    };
    const widths = [320, 390, 768, 1280];
    await fillSeeds(page);
    for (const width of widths) await fits(width);
    await check(page);
    for (const width of widths) {
      await fits(width);
      const frame = (await page.locator('iframe').boundingBox())!;
      expect(frame.height).toBeGreaterThan(600);
      expect(frame.y + frame.height).toBeLessThanOrEqual(800);
    }
  });

  it('leaves the controls large enough for fingers', async () => {
    const page = await open(narrow);
    await status(page, 'Ready.');
    const small = await page
      .locator('button:visible, select:visible, label:visible:has(input), textarea:visible')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 32).map((one) => one.outerHTML));
    expect(small).toEqual([]);
  });

  // Set PLAYGROUND_IMAGES to a folder to look at the page.
  it.skipIf(process.env['PLAYGROUND_IMAGES'] === undefined)('has its picture taken', async () => {
    const folder = process.env['PLAYGROUND_IMAGES']!;
    mkdirSync(folder, { recursive: true });
    for (const [name, options] of Object.entries({
      light: {},
      dark: { colorScheme: 'dark' as const },
      phone: narrow,
    })) {
      const page = await open(options);
      await fillSeeds(page);
      await page.screenshot({ path: join(folder, `playground-${name}.png`) });
      await check(page);
      // The frame is another process, which paints when it is ready.
      await page.waitForTimeout(500);
      await page.screenshot({ path: join(folder, `playground-${name}-report.png`) });
    }
  });
});
