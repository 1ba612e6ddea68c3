export { render, formats, formatNamed, formatOfFile } from './report/registry.ts';
export { withLeastSeverity } from './report/severity.ts';
export { positions } from './report/position.ts';
export type { Format, RenderOptions } from './report/format.ts';
export type { Position } from './report/position.ts';
export type { AlignmentResult, DocumentFinding, Finding, RenderingResult, SourceResult } from './core/result.ts';
