import type { AlignmentResult, Severity } from '../../core/result.ts';
import { isTranslation } from '../outline.ts';
import { countSeverities, gravestFirst, severities, severityCount } from '../severity.ts';
import { andSuppressed } from '../suppressed.ts';
import { NOT_COMPARED, percent, relationWords, verdict } from '../verdict.ts';
import { html, type Markup } from './markup.ts';
import { strip } from './strip.ts';
import { documentFindingId, findingId, renderingId, type PageView, type RenderingView } from './view.ts';

/** What each rendering is, how much of the source it carries and where it fails: the page in one screen. */
export function verdicts(page: PageView): Markup {
  const items = page.renderings.map((view) => renderingItem(page, view));
  return html`<ul class="verdicts">
    ${items}${page.result.findings.length > 0 ? documentItem(page.result) : undefined}
  </ul> `;
}

/** The relation as a sentence of its own: `A partial translation.` */
export function relationMarkup({ rendering: { relation } }: RenderingView): Markup {
  const words = relationWords[relation.kind];
  return html`<b title="confidence ${percent(relation.confidence)}"
    >${words.charAt(0).toUpperCase()}${words.slice(1)}.</b
  >`;
}

function renderingItem(page: PageView, view: RenderingView): Markup {
  const { index, rendering } = view;
  const translated = isTranslation(rendering);
  const none = translated ? 'no findings' : NOT_COMPARED;
  const suppressed = andSuppressed(page.result.suppressed, rendering.id);
  return html`<li>
    <h2><a href="#${renderingId(index)}">${rendering.id}</a></h2>
    <div>
      <p>${relationMarkup(view)} ${verdict(rendering)}</p>
      ${translated ? strip(page, view) : undefined}
    </div>
    <div class="sums">
      ${countLinks(rendering.findings, (f) => findingId(index, f), none)}${
        suppressed === '' ? undefined : html`<p class="quiet">${suppressed.slice(2)}</p>`
      }
    </div>
  </li> `;
}

function documentItem({ findings }: AlignmentResult): Markup {
  return html`<li>
    <h2><a href="#document">All texts</a></h2>
    <p>About the source itself, and where renderings contradict each other.</p>
    <div class="sums">${countLinks(findings, documentFindingId, 'no findings')}</div>
  </li> `;
}

/** The counts of each severity, each a link to the first finding that it counts. */
function countLinks(
  findings: readonly { severity: Severity }[],
  idOf: (finding: number) => string,
  none: string,
): Markup {
  const counts = countSeverities(findings);
  const ordered = gravestFirst(findings);
  const items = severities
    .filter((severity) => counts[`${severity}s`] > 0)
    .map((severity) => {
      const { index } = ordered.find(({ finding }) => finding.severity === severity)!;
      const text = severityCount(severity, counts[`${severity}s`]);
      return html`<li><a class="severity ${severity}" href="#${idOf(index)}">${text}</a></li> `;
    });
  return items.length === 0
    ? html`<p class="quiet">${none}</p>`
    : html`<ul class="counts">
        ${items}
      </ul>`;
}
