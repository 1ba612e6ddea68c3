import type { AlignmentResult, Profile, Severity } from 'align-translations';
import { adviceOn } from './advice.ts';
import { Desk } from './desk.ts';
import { Engine, Failed, Stopped } from './engine.ts';
import type { Failure, FormatChoice, News } from './messages.ts';
import { outcomeOf, ReportView, save } from './report-view.ts';
import type { FileText, TextBox } from './text-box.ts';

/** An article is a thousandth of it. */
const MAX_FILE_BYTES = 5_000_000;

const one = <E extends HTMLElement>(selector: string): E => document.querySelector<E>(selector)!;
const views = { texts: one('#texts'), report: one('#report') };
const form = one<HTMLFormElement>('#form');
const stop = one<HTMLButtonElement>('#stop');
const again = one<HTMLButtonElement>('#again');
const progress = one<HTMLProgressElement>('#progress');
const status = one('#status');
const alarm = one('#failure');
const refusal = one('#refusal');
const outcome = one('#outcome');
const least = one<HTMLSelectElement>('#least');
const format = one<HTMLSelectElement>('#format');

const report = new ReportView(one('#frame'));
const engine = new Engine(tellNews);
const desk = new Desk(one('#source'), one('#renderings'), (files, box) => void open(files, box));
let result: AlignmentResult | undefined;
let choices: readonly FormatChoice[] = [];

void load();
showView();
addEventListener('hashchange', showView);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void check();
});
form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
one('#example').addEventListener('click', () => void showExample());
one('#clear').addEventListener('click', () => {
  hideFailure();
  desk.clear();
});
one('#add').addEventListener('click', () => desk.add().focus());
one('#back').addEventListener('click', () => (location.hash = ''));
again.addEventListener('click', () => (location.hash = 'report'));
stop.addEventListener('click', () => {
  engine.stop();
  void load();
});
least.addEventListener('change', () => void redraw());
one('#save').addEventListener('click', () => void saveAs());

addEventListener('dragover', (event) => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  markTarget(event.target);
});
addEventListener('dragleave', () => markTarget(null));
addEventListener('drop', (event) => {
  markTarget(null);
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  void open(files, desk.boxAt(event.target));
});

/** Fetches the model while the reader looks around. */
async function load(): Promise<void> {
  try {
    choices = await engine.call('load', null);
    format.replaceChildren(...choices.map(({ name, extension }) => new Option(`${name} (${extension})`, name)));
    format.value = 'html';
    if (progress.hidden === false && stop.hidden) rest('Ready.');
  } catch (error) {
    rest('');
    showFailure(error);
  }
}

async function check(): Promise<void> {
  // A second press while the first is at work would only wait for it.
  if (!stop.hidden) return;
  hideFailure();
  stop.hidden = false;
  const start = performance.now();
  try {
    const profile = new FormData(form).get('profile') as Profile;
    result = await engine.call('check', { ...desk.read(), profile });
    await draw(result);
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    outcome.textContent = outcomeOf(result);
    rest(`Done in ${seconds} s.`);
    again.hidden = false;
    location.hash = 'report';
  } catch (error) {
    rest(error instanceof Stopped ? 'Stopped.' : '');
    showFailure(error);
  } finally {
    stop.hidden = true;
    if (choices.length === 0 && result !== undefined) void load();
  }
}

async function draw(checked: AlignmentResult): Promise<void> {
  const given = { result: checked, format: 'html', least: least.value as Severity };
  await report.show(await engine.call('write', given), `Report on ${checked.source.id}`);
}

async function redraw(): Promise<void> {
  if (result !== undefined) await refusing(draw(result));
}

/** Saves what the report shows in the chosen format. */
async function saveAs(): Promise<void> {
  const choice = choices.find(({ name }) => name === format.value);
  if (result === undefined || choice === undefined) return;
  const given = { result, format: choice.name, least: least.value as Severity };
  const text = await refusing(engine.call('write', given));
  if (text !== undefined) save(text, `${result.source.id.replace(/\.[a-z]+$/i, '')}-report${choice.extension}`);
}

/** What was promised, or undefined and a message beside the report. */
async function refusing<T>(promised: Promise<T>): Promise<T | undefined> {
  refusal.hidden = true;
  try {
    return await promised;
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    refusal.textContent = `${error.failure.message} ${adviceOn(error.failure)}`;
    refusal.hidden = false;
    return undefined;
  }
}

async function showExample(): Promise<void> {
  const { example } = await import('./example.ts');
  hideFailure();
  desk.clear();
  desk.place(example);
  rest('Texts are in: a source and four renderings. Press Check.');
  one<HTMLButtonElement>('button[type=submit]').focus({ preventScroll: true });
}

/** Reads files in any encoding that the library knows into the boxes. */
async function open(files: readonly File[], box: TextBox | undefined): Promise<void> {
  hideFailure();
  const texts: FileText[] = [];
  let failure: unknown;
  for (const file of files) {
    try {
      if (file.size > MAX_FILE_BYTES) throw new Failed(tooLarge(file));
      const bytes = await file.arrayBuffer();
      texts.push({ name: file.name, ...(await engine.call('decode', { name: file.name, bytes })) });
    } catch (error) {
      failure ??= error;
    }
  }
  desk.place(texts, box);
  if (failure !== undefined) showFailure(failure);
}

function tooLarge({ name, size }: File): Failure {
  const message = `${name} has ${size.toLocaleString('en')} bytes; the most that is read is ${MAX_FILE_BYTES.toLocaleString('en')}.`;
  return { code: 'file-too-large', message, hint: '' };
}

function tellNews({ label, share }: News): void {
  progress.hidden = false;
  progress.value = share;
  status.textContent = label;
}

/** Nothing is being done any more. */
function rest(told: string): void {
  progress.hidden = true;
  status.textContent = told;
}

function showFailure(error: unknown): void {
  if (error instanceof Stopped) return;
  const failure: Failure =
    error instanceof Failed ? error.failure : { code: 'unexpected', message: String(error), hint: 'Reload the page.' };
  const [what, next] = alarm.querySelectorAll('p');
  what!.firstElementChild!.textContent = failure.message;
  next!.textContent = adviceOn(failure);
  alarm.hidden = false;
  alarm.focus({ preventScroll: true });
}

function hideFailure(): void {
  alarm.hidden = true;
}

/** The report where the address says so and there is one, else the texts. */
function showView(): void {
  const isReport = location.hash === '#report' && result !== undefined;
  const moved = views.report.hidden === isReport;
  views.texts.hidden = isReport;
  views.report.hidden = !isReport;
  document.title = isReport ? `${outcome.textContent} - Translation check` : 'Translation check';
  if (!moved) return;
  if (isReport) report.focus();
  else one('#texts h1').focus();
}

/** Shows where files would go. */
function markTarget(target: EventTarget | null): void {
  for (const { classList } of document.querySelectorAll('.text.over')) classList.remove('over');
  if (target !== null) (target as Element).closest?.('.text')?.classList.add('over');
}
