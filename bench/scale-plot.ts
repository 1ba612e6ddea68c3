/** A measured size. */
interface Point {
  sentences: number;
  seconds: number;
  processorSeconds: number;
}

const WIDTH = 640;
const HEIGHT = 440;
const LEFT = 72;
const RIGHT = 44;
const TOP = 40;
const BOTTOM = 56;

/** A log-log plot of time by sentences a side, with the line of slope 1 through the last point, as SVG. */
export function scalePlot(points: readonly Point[], slope: number): string {
  const times = points.flatMap(({ seconds, processorSeconds }) => [seconds, processorSeconds]);
  const sizes = points.map(({ sentences }) => sentences);
  const decades = (values: readonly number[]) =>
    [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))] as const;
  const [fromX, toX] = decades(sizes);
  const [fromY, toY] = decades(times);
  const x = (value: number) => LEFT + ((Math.log10(value) - fromX) / (toX - fromX)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number) =>
    HEIGHT - BOTTOM - ((Math.log10(value) - fromY) / (toY - fromY)) * (HEIGHT - TOP - BOTTOM);
  const at = (value: number) => value.toFixed(1);
  const powers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
  const last = points.at(-1)!;
  const through = (sentences: number) => (last.processorSeconds * sentences) / last.sentences;
  // The line of slope 1 begins where it enters the plot.
  const start = Math.max(10 ** fromX, last.sentences * (10 ** fromY / last.processorSeconds));
  const grid = [
    ...powers(fromX, toX).map(
      (value) =>
        `<path class="grid" d="M${at(x(value))} ${TOP}V${HEIGHT - BOTTOM}"/><text class="tick" text-anchor="middle" x="${at(x(value))}" y="${HEIGHT - BOTTOM + 18}">${value.toLocaleString('en-US')}</text>`,
    ),
    ...powers(fromY, toY).map(
      (value) =>
        `<path class="grid" d="M${LEFT} ${at(y(value))}H${WIDTH - RIGHT}"/><text class="tick" text-anchor="end" x="${LEFT - 8}" y="${at(y(value) + 4)}">${Number(value.toPrecision(1))} s</text>`,
    ),
  ];
  const told = points
    .map((p) => `${p.sentences.toLocaleString('en-US')} sentences in ${p.processorSeconds.toFixed(2)} s`)
    .join(', ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title desc">
<title id="title">Time to align two texts, by sentences a side</title>
<desc id="desc">Both axes are logarithmic. Processor time: ${told}; the slope is ${slope.toFixed(2)}. A dashed line shows slope 1.</desc>
<style>
  svg { background: #fff; font: 13px system-ui, sans-serif; }
  text { fill: #333; }
  .grid { stroke: #ddd; fill: none; }
  .one { stroke: #888; stroke-dasharray: 6 4; fill: none; }
  .processor { fill: #0b62a4; }
  .wall { fill: none; stroke: #b3541e; stroke-width: 2; }
</style>
${grid.join('\n')}
<path class="one" d="M${at(x(start))} ${at(y(through(start)))}L${at(x(last.sentences))} ${at(y(last.processorSeconds))}"/>
${points.map((p) => `<circle class="wall" cx="${at(x(p.sentences))}" cy="${at(y(p.seconds))}" r="6"/>`).join('\n')}
${points.map((p) => `<circle class="processor" cx="${at(x(p.sentences))}" cy="${at(y(p.processorSeconds))}" r="4"/>`).join('\n')}
<text x="${LEFT}" y="24">Seconds: <tspan fill="#0b62a4">● processor</tspan>  <tspan fill="#b3541e">○ wall clock</tspan>  <tspan fill="#666">- - slope 1</tspan></text>
<text text-anchor="middle" x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 12}">sentences a side</text>
</svg>
`;
}
