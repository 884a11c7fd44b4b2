/** The page of `--html`: `<first input>.evaluation.html` beside the first input, or the file that is named. */
import type { Evaluation } from '../../model/evaluation.ts';
import type { EvaluateFilesOptions } from '../options.ts';
import { besideFirst } from './beside-first.ts';
import type { Output } from './output.ts';

export function pageOutput(paths: readonly string[], { page = null }: EvaluateFilesOptions): Output | null {
  if (page === null) return null;
  return { kind: 'html', path: page === true ? besideFirst(paths, '.evaluation.html') : page, make: makePage };
}

/** The page of any evaluation, of a whole company or of one person. */
export async function makePage(evaluation: Evaluation): Promise<Uint8Array> {
  const [{ evaluationPage }, { writePage }] = await Promise.all([
    import('../../report/page.ts'),
    import('../../write/html/page.ts'),
  ]);
  return writePage(evaluationPage(evaluation));
}
