import axe from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** Where the page is served from; nothing answers there but the test. */
const ADDRESS = 'http://report.test/';

/** A report opened in the browser, with what it did that it should not. */
export interface OpenedReport {
  page: Page;
  /** Addresses that the page asked for, its own aside. */
  requests: string[];
  /** Errors, warnings and breaches of the content security policy. */
  complaints: string[];
}

/** Opens a report as a browser with these settings would; closing the page's context ends it. */
export async function openReport(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenedReport> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 1000 }, ...options });
  const requests: string[] = [];
  const complaints: string[] = [];
  await context.route('**', (route) => {
    const address = route.request().url();
    if (address === ADDRESS) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    requests.push(address);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(ADDRESS);
  return { page, requests, complaints };
}

/** What axe-core, with all its rules, holds against the page as it stands. */
export async function violations(page: Page): Promise<string[]> {
  // By the debugger's way in, for the page's own policy lets no script in but its own.
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: axe.source });
  return page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}
