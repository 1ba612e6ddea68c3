// Fills in what README.md shows of the program: code, its output, rules, measured tables, the picture of a report.
// `npm run docs:readme` writes them; `node scripts/readme.mjs --check` fails where a text is out of date.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';

const root = new URL('../', import.meta.url);
const readme = new URL('README.md', root);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** What stands between `<!-- NAME -->` and `<!-- /NAME -->`. */
const blocks = {
  'library code': () => fenced('js', read('examples/library.mjs')),
  'library output': () => fenced('', run('.', 'examples/library.mjs')),
  'command output': () => fenced('', run('examples/seeds', '../../dist/cli.js', '003.txt', '000.txt')),
  rules: () => ruleTable(run('.', 'dist/cli.js', '--list-rules')),
  'planted whole': () => tables('bench/planted.md')[0],
  'planted rules': () =>
    columns(tables('bench/planted.md')[1], [
      'rule',
      'planted',
      'recall, half a',
      'recall, half b',
      'precision',
      'false alarms, both',
    ]),
  retrieval: () => columns(tables('bench/retrieval.md')[0], ['set', 'pairs', 'ru to en', 'en to ru']),
};

ensureBuilt();
const before = readFileSync(readme, 'utf8');
const { text, stale } = filledIn(before);
if (process.argv.includes('--check')) {
  for (const name of stale) console.error(`README.md: "${name}" is out of date; run "npm run docs:readme".`);
  process.exit(stale.length > 0 ? 1 : 0);
}
writeFileSync(readme, text);
console.log(stale.length > 0 ? `README.md: renewed ${stale.join(', ')}.` : 'README.md is up to date.');
await takePicture();

function filledIn(before) {
  const stale = [];
  let text = before;
  for (const [name, content] of Object.entries(blocks)) {
    const [open, close] = [`<!-- ${name} -->\n`, `<!-- /${name} -->\n`];
    const [start, end] = [text.indexOf(open), text.indexOf(close)];
    if (start < 0 || end < start) throw new Error(`README.md has no block ${open.trim()} ... ${close.trim()}.`);
    const filled = `${text.slice(0, start + open.length)}\n${content()}\n\n${text.slice(end)}`;
    if (filled !== text) stale.push(name);
    text = filled;
  }
  return { text, stale };
}

/** Standard output of a script run with Node in `folder`; 1 says that there are findings. */
function run(folder, script, ...argv) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...argv], {
    cwd: fileURLToPath(new URL(`${folder}/`, root)),
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  if (status !== 0 && status !== 1) throw new Error(`${script} ${argv.join(' ')} ended with ${status}:\n${stderr}`);
  return stdout;
}

function fenced(language, code) {
  return `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
}

/** The list of rules as a table, with what was measured of them; a rule with a page in docs/rules/ is a link to it. */
function ruleTable(list) {
  const measured = new Map(
    columns(tables('bench/planted.md')[1], ['rule', 'recall, both', 'precision'])
      .split('\n')
      .map((row) => row.slice(2, -2).split(' | '))
      .map(([rule, ...figures]) => [rule, figures]),
  );
  const rows = list
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [id, literal, wire, ...summary] = line.split(/ +/);
      const page = `docs/rules/${id}.md`;
      const name = existsSync(new URL(page, root)) ? `[${id}](${page})` : id;
      const [recall, precision] = measured.get(id) ?? ['', ''];
      return `| ${name} | ${summary.join(' ').replace(/\.$/, '')} | ${literal} | ${wire} | ${recall} | ${precision} |`;
    });
  const head = '| rule | what it tells | `literal` | `wire` | recall | precision |';
  return [head, '|---|---|---|---|---|---|', ...rows].join('\n');
}

/** The tables of a Markdown file that a bench wrote. */
function tables(path) {
  if (!existsSync(new URL(path, root))) throw new Error(`There is no ${path}: run the bench that writes it first.`);
  return read(path)
    .match(/(?:^\|.*\n)+/gm)
    .map((table) => table.trimEnd());
}

/** Some of the columns of a table. */
function columns(table, names) {
  const rows = table.split('\n').map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  const indices = names.map((name) => rows[0].indexOf(name));
  if (indices.includes(-1))
    throw new Error(`The table has the columns ${rows[0].join(', ')}, not all of ${names.join(', ')}.`);
  return rows.map((row) => `| ${indices.map((index) => row[index]).join(' | ')} |`).join('\n');
}

/** A picture of the report on 003 and 000, made with the Chromium of the system, or of CHROMIUM. */
async function takePicture() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    console.error(`There is no ${executablePath}: docs/images/report.png stays as it is. Set CHROMIUM to a browser.`);
    return;
  }
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath,
    args: '--no-sandbox --headless --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(
      ' ',
    ),
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 1000 }, colorScheme: 'light' });
    await page.setContent(run('examples/seeds', '../../dist/cli.js', '003.txt', '000.txt', '--format', 'html'));
    // Of the part about the rendering what stands above its table, without the keys that float over it.
    await page.locator('.keys').evaluate((keys) => keys.remove());
    const part = page.locator('section').filter({ has: page.locator('h2', { hasText: '000.txt' }) });
    const top = (await part.locator('h2').boundingBox()).y - 24;
    const { y: tableTop } = await part.getByRole('heading', { name: 'Side by side' }).boundingBox();
    const clip = { x: 0, y: top, width: 1000, height: tableTop - 24 - top };
    await page.screenshot({ path: fileURLToPath(new URL('docs/images/report.png', root)), fullPage: true, clip });
    console.log('docs/images/report.png: renewed.');
  } finally {
    await browser.close();
  }
}
