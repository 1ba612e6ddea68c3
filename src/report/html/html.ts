import type { AlignmentResult } from '../../core/result.ts';
import { escapeJsonInHtml } from '../escape.ts';
import type { Format } from '../format.ts';
import { isTranslation } from '../outline.ts';
import { countsInWords } from '../severity.ts';
import { andSuppressed } from '../suppressed.ts';
import { verdict } from '../verdict.ts';
import { alignedTable } from './aligned-table.ts';
import { documentFindingsList, findingsList } from './findings-list.ts';
import { html as markup, Markup } from './markup.ts';
import { ribbon } from './ribbon.ts';
import { script, scriptHash } from './script.ts';
import { style, styleHash } from './style.ts';
import { synopsis } from './synopsis.ts';
import { relationMarkup, verdicts } from './verdicts.ts';
import { pageView, renderingId, type PageView, type RenderingView } from './view.ts';

const POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`;

/** For the keyboard and the mouse alike; the script shows it. The last button is for those who speak to their computer. */
const keys = markup`<div class="keys" role="group" aria-label="Findings" hidden>
<span class="count" role="status"></span>
<button type="button" data-key="n">Next<span class="wide"> finding</span><kbd>n</kbd></button>
<button type="button" data-key="p">Previous<kbd>p</kbd></button>
<button type="button" data-key="f" aria-pressed="false">Only findings<kbd>f</kbd></button>
<button type="button" data-key="k" class="wide quiet" title="Turns the keys n, p and f off and on">Keys on</button>
</div>
`;

/** One self-contained page with all renderings: it loads nothing, works without its script, and carries the result. */
export const html: Format = {
  name: 'html',
  extensions: ['.html', '.htm'],
  render: (result) => page(result).text,
};

function page(result: AlignmentResult): Markup {
  const view = pageView(result);
  const { source } = result;
  const several = result.renderings.length === 1 ? '1 rendering' : `${result.renderings.length} renderings`;
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="align-translations ${result.tool.version}">
<title>${source.id}: translation report</title>
<style>${new Markup(style)}</style>
</head>
<body>
<a class="skip" href="#synopsis">Skip to the synopsis</a>
<header>
<p class="eyebrow">Translation report</p>
<h1>${source.id}</h1>
<p class="lede">${several} checked against the source: ${countsInWords(result.summary) + andSuppressed(result.suppressed)}.</p>
${verdicts(view)}</header>
<main>
<section id="synopsis" aria-labelledby="synopsis-title">
<h2 id="synopsis-title">Synopsis</h2>
${synopsis(view)}</section>
${result.findings.length > 0 ? documentSection(view) : undefined}${view.renderings.map((one) => renderingSection(view, one))}${keys}</main>
<footer>
<p>Made by align-translations ${result.tool.version} with the embedder ${result.embedder.id}. The page carries the whole result as JSON in the element <code>#result</code>.</p>
</footer>
<script type="application/json" id="result">${new Markup(escapeJsonInHtml(JSON.stringify(result)))}</script>
<script>${new Markup(script)}</script>
</body>
</html>
`;
}

function documentSection(view: PageView): Markup {
  return markup`<section id="document" aria-labelledby="document-title">
<h2 id="document-title">The source itself, and between renderings</h2>
${documentFindingsList(view)}</section>
`;
}

function renderingSection(view: PageView, one: RenderingView): Markup {
  const { index, rendering } = one;
  const id = renderingId(index);
  const head = markup`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${rendering.id}</h2>
<p>${relationMarkup(one)} ${verdict(rendering)}</p>
`;
  if (isTranslation(rendering)) {
    return markup`${head}${ribbon(view, one)}<h3>Findings</h3>
${findingsList(view, one)}<h3>Side by side</h3>
${alignedTable(view, one)}</section>
`;
  }
  const findings = rendering.findings.length > 0 ? findingsList(view, one) : undefined;
  return markup`${head}${findings}<details><summary>Show both texts</summary>
${alignedTable(view, one)}</details>
</section>
`;
}
