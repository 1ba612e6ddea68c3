/** The page's only script: n and p go through the rows with findings, f hides the others. The page works without it. */
export const script = `
(() => {
  const bar = document.querySelector('.keys');
  const rows = () => [...document.querySelectorAll('.aligned tr[data-findings]')].filter((row) => row.offsetParent);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  let current;
  const go = (step) => {
    const list = rows();
    if (list.length === 0) return;
    const at = list.indexOf(current);
    current = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length];
    current.focus({ preventScroll: true });
    current.scrollIntoView({ block: 'center', behavior: still.matches ? 'auto' : 'smooth' });
  };
  const filter = () => {
    const on = document.body.classList.toggle('only-findings');
    bar.querySelector('[data-key=f]').setAttribute('aria-pressed', on);
  };
  const actions = { n: () => go(1), p: () => go(-1), f: filter };
  bar.addEventListener('click', (event) => actions[event.target.closest('button')?.dataset.key]?.());
  document.addEventListener('keydown', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) actions[event.key]?.();
  });
  document.addEventListener('focusin', (event) => {
    const row = event.target.closest('.aligned tr[data-findings]');
    if (row) current = row;
  });
  bar.hidden = false;
})();
`;

/** SHA-256 of the script in Base64, by which the page's content security policy lets it in; a test compares them. */
export const scriptHash = 'q8zsZMrJndxozPLTgXlVlWXLxyIkb/QRXVdYeEKJxF4=';
