import type { AlignmentResult, Severity } from '../../core/result.ts';
import { escapeJsonInHtml } from '../escape.ts';
import type { Format } from '../format.ts';
import { isTranslation } from '../outline.ts';
import { countSeverities, countsInWords, severities, severityCount } from '../severity.ts';
import { andSuppressed } from '../suppressed.ts';
import { NOT_COMPARED, percent, relationWords, verdict } from '../verdict.ts';
import { alignedTable } from './aligned-table.ts';
import { documentFindingsList, findingsList } from './findings-list.ts';
import { html as markup, Markup } from './markup.ts';
import { ribbon } from './ribbon.ts';
import { script, scriptHash } from './script.ts';
import { style, styleHash } from './style.ts';
import { synopsis } from './synopsis.ts';
import { documentFindingId, findingId, pageView, renderingId, type PageView, type RenderingView } from './view.ts';

const POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`;

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
<ul class="verdicts">
${view.renderings.map((one) => verdictItem(one, result))}${result.findings.length > 0 ? documentItem(result) : undefined}</ul>
</header>
<main>
<section id="synopsis" aria-labelledby="synopsis-title">
<h2 id="synopsis-title">Synopsis</h2>
${synopsis(view)}</section>
${result.findings.length > 0 ? documentSection(view) : undefined}${view.renderings.map((one) => renderingSection(view, one))}<div class="keys" role="toolbar" aria-label="Findings" hidden><button type="button" data-key="n">Next finding<kbd>n</kbd></button><button type="button" data-key="p">Previous<kbd>p</kbd></button><button type="button" data-key="f" aria-pressed="false">Only findings<kbd>f</kbd></button></div>
</main>
<footer>
<p>Made by align-translations ${result.tool.version} with the embedder ${result.embedder.id}. The page carries the whole result as JSON in the element <code>#result</code>.</p>
</footer>
<script type="application/json" id="result">${new Markup(escapeJsonInHtml(JSON.stringify(result)))}</script>
<script>${new Markup(script)}</script>
</body>
</html>
`;
}

function verdictItem({ index, rendering }: RenderingView, { suppressed }: AlignmentResult): Markup {
  const aside = andSuppressed(suppressed, rendering.id);
  const { kind, confidence } = rendering.relation;
  return markup`<li><h2><a href="#${renderingId(index)}">${rendering.id}</a></h2>
<p><span class="relation" title="confidence ${percent(confidence)}">${capital(relationWords[kind])}.</span> ${verdict(rendering)}</p>
${countLinks(rendering.findings, (f) => findingId(index, f), isTranslation(rendering) ? 'no findings' : NOT_COMPARED)}${aside === '' ? undefined : markup`<p class="quiet">${aside.slice(2)}</p>`}</li>
`;
}

function documentItem({ findings }: AlignmentResult): Markup {
  return markup`<li><h2><a href="#document">All texts</a></h2>
<p>About the source itself, and where renderings contradict each other.</p>
${countLinks(findings, documentFindingId, 'no findings')}</li>
`;
}

/** The counts of each severity, each a link to the first finding that it counts. */
function countLinks(
  findings: readonly { severity: Severity }[],
  idOf: (finding: number) => string,
  none: string,
): Markup {
  const counts = countSeverities(findings);
  const items = severities
    .filter((severity) => counts[`${severity}s`] > 0)
    .map((severity) => {
      const first = findings.findIndex((finding) => finding.severity === severity);
      const text = severityCount(severity, counts[`${severity}s`]);
      return markup`<li><a class="severity ${severity}" href="#${idOf(first)}">${text}</a></li>`;
    });
  return items.length === 0 ? markup`<p class="quiet">${none}</p>` : markup`<ul class="counts">${items}</ul>`;
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
<p><span class="relation">${capital(relationWords[rendering.relation.kind])}.</span> ${verdict(rendering)}</p>
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
