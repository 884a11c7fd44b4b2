/** The evaluation as JSON, CSV or Markdown in a file of its own. */
import type { EvaluateFilesOptions } from '../options.ts';
import type { Output } from './output.ts';

export function textOutput({ text: wanted }: EvaluateFilesOptions): Output | null {
  if (wanted?.path === undefined) return null;
  return {
    kind: wanted.format,
    path: wanted.path,
    make: async (_, text) => new TextEncoder().encode(text?.text ?? ''),
  };
}
