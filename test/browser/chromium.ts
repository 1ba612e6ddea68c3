import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** The Chromium of the system, or of the variable CHROMIUM. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** True where there is a browser to test in. */
export const hasChromium = existsSync(executablePath);

/** The name of a suite that needs the browser: where there is none it says so, in the list of tests and on the console. */
export function inChromium(name: string): string {
  if (hasChromium) return name;
  const notice = `${name} (skipped: there is no ${executablePath}; set CHROMIUM to a browser)`;
  console.warn(notice);
  return notice;
}

export function launchChromium(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet] });
}
