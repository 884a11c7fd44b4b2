/** The page of `--html`: `<first input>.evaluation.html` beside the first input, or the file that is named. */
import type { Evaluation } from '../../model/evaluation.ts';
import type { EvaluateFilesOptions } from '../options.ts';
import { besideFirst } from './beside-first.ts';
import type { Output } from './output.ts';

export function pageOutput(paths: readonly string[], { page = null }: EvaluateFilesOptions): Output | null {
  if (page === null) return null;
  return { kind: 'html', path: page === true ? besideFirst(paths, '.evaluation.html') : page, make: makePage };
}

async function makePage(evaluation: Evaluation): Promise<Uint8Array> {
  const [{ evaluationPage }, { writePage }] = await parts();
  return writePage(evaluationPage(evaluation));
}

/** Of an evaluation of one person's rows alone. */
export async function makePersonPage(evaluation: Evaluation): Promise<Uint8Array> {
  const [{ personPage }, { writePage }] = await parts();
  return writePage(personPage(evaluation));
}

async function parts() {
  return await Promise.all([import('../../report/page.ts'), import('../../write/html/page.ts')]);
}
