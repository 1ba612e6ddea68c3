/**
 * The page's only script: n and p go through the rows with findings, f hides the others, a click on the ribbon leads to
 * the row. Parts that are closed open where they are needed. The page works without it.
 */
export const script = `
(() => {
  const bar = document.querySelector('.keys');
  const count = bar.querySelector('.count');
  const list = [...document.querySelectorAll('.aligned tr[tabindex]')];
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  const told = (at) => { count.textContent = at < 0 ? list.length + (list.length === 1 ? ' place' : ' places') : at + 1 + ' of ' + list.length; };
  let current;
  const reveal = (element) => {
    for (let part = element.closest('details'); part; part = part.parentElement.closest('details')) part.open = true;
  };
  const go = (step) => {
    if (list.length === 0) return;
    const at = list.indexOf(current);
    current = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length];
    reveal(current);
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: 'center', behavior: still.matches ? 'auto' : 'smooth' });
  };
  let opened = [];
  const filter = () => {
    const on = document.body.classList.toggle('only-findings');
    bar.querySelector('[data-key=f]').setAttribute('aria-pressed', on);
    for (const part of opened) part.open = false;
    opened = on ? [...document.querySelectorAll('details:not([open]):has([data-told])')] : [];
    for (const part of opened) part.open = true;
    if (current) {
      reveal(current);
      current.scrollIntoView({ block: 'center', behavior: 'instant' });
    }
  };
  let keys = true;
  const toggle = () => {
    keys = !keys;
    bar.querySelector('[data-key=k]').textContent = keys ? 'Keys on' : 'Keys off';
  };
  const actions = { n: () => go(1), p: () => go(-1), f: filter, k: toggle };
  bar.addEventListener('click', (event) => actions[event.target.closest('button')?.dataset.key]?.());
  document.addEventListener('keydown', (event) => {
    if (!keys || event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key > '~' ? event.code.slice(3).toLowerCase() : event.key;
    if (key !== 'k') actions[key]?.();
  });
  document.addEventListener('focusin', (event) => {
    const row = event.target.closest('.aligned tr[tabindex]');
    if (!row) return;
    current = row;
    told(list.indexOf(row));
  });
  document.addEventListener('click', (event) => {
    const shape = event.target.closest('[data-to]');
    if (shape) location.hash = shape.dataset.to;
  });
  const arrive = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    const row = target.closest('tr');
    if (document.body.classList.contains('only-findings') && row && !row.hasAttribute('data-told')) filter();
    reveal(target);
    if (!target.matches('tr')) return;
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
  };
  addEventListener('hashchange', arrive);
  arrive();
  let printed = [];
  addEventListener('beforeprint', () => {
    printed = [...document.querySelectorAll('.part:not([open])')];
    for (const part of printed) part.open = true;
  });
  addEventListener('afterprint', () => { for (const part of printed) part.open = false; });
  told(-1);
  bar.hidden = false;
})();
`;

/** SHA-256 of the script in Base64, by which the page's content security policy lets it in; a test compares them. */
export const scriptHash = '9PMIc2UyxP/yaDo0OWJVYQZx8+KSXvq1BtBaMqyBjNM=';
