/** `evaluate`: files → evaluation, and its workbook where one is wanted. */
import { basename, dirname, extname, join } from 'node:path';
import { evaluateDataSet } from '../compute/evaluate.ts';
import type { Evaluation } from '../model/evaluation.ts';
import { inputReports, type Loaded, type LoadedFile, load } from './load.ts';
import type { EvaluateFilesOptions } from './options.ts';
import { tool } from './version.ts';

export interface Evaluated {
  readonly evaluation: Evaluation;
}

/**
 * Evaluates all files together. Writes the workbook unless `out` is null, `dryRun` is set, or `strict` is set and the
 * data has errors; `evaluation.outputs` lists what was (or, in a dry run, would be) written. Throws UserErrors.
 */
export async function evaluateFiles(paths: readonly string[], options: EvaluateFilesOptions): Promise<Evaluated> {
  const loaded = await load(paths, options);
  const evaluation = evaluationOf(loaded, options, outputPath(paths, options));
  if (evaluation.outputs.length > 0 && options.dryRun !== true) await writeReport(evaluation, loaded.files, options);
  return { evaluation };
}

function evaluationOf(loaded: Loaded, options: EvaluateFilesOptions, out: string | null): Evaluation {
  const { inPeriod, ...computed } = evaluateDataSet(loaded.data, options.compute ?? {});
  const isHeldBack = options.strict === true && !computed.ok;
  return {
    ...computed,
    tool,
    lang: options.lang ?? 'en',
    config: null,
    options: options.given ?? {},
    inputs: inputReports(loaded, inPeriod),
    outputs: out === null || isHeldBack ? [] : [{ kind: 'xlsx', path: out }],
  };
}

/** `q1.xlsx` → `q1.evaluation.xlsx` beside it. */
function outputPath(paths: readonly string[], { out }: EvaluateFilesOptions): string | null {
  if (out !== undefined) return out;
  const [first = '-'] = paths;
  if (first === '-') return 'stdin.evaluation.xlsx';
  return join(dirname(first), `${basename(first, extname(first))}.evaluation.xlsx`);
}

async function writeReport(evaluation: Evaluation, files: readonly LoadedFile[], options: EvaluateFilesOptions) {
  const [{ workbookDocument }, { writeWorkbook }, { saveFile }] = await Promise.all([
    import('../report/workbook.ts'),
    import('../write/xlsx/workbook.ts'),
    import('../write/save.ts'),
  ]);
  const bytes = await writeWorkbook(workbookDocument(evaluation));
  for (const { path } of evaluation.outputs) {
    await saveFile(path, bytes, {
      inputs: files.map((file) => file.path),
      force: options.force === true,
      ...(options.read?.signal ? { signal: options.read.signal } : {}),
    });
  }
}
