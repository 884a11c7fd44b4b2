/** `--split`: one workbook per person, made of an evaluation of that person's rows and targets alone. */
import { join } from 'node:path';
import { type Part, type Parts, partsOf } from '../../compute/people/parts.ts';
import { fileNames } from '../../lib/file-names.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import { UserError } from '../../problems/user-error.ts';
import { inputReports, type Loaded } from '../load.ts';
import type { EvaluateFilesOptions } from '../options.ts';
import { computeWith } from '../settings.ts';
import type { Output } from './output.ts';

export interface Split {
  readonly folder: string;
  readonly outputs: readonly Output[];
  readonly nobody: Parts['nobody'];
}

/** Null where no split is asked for. Throws a UserError `split/no-people` where nothing tells whose rows are whose. */
export function splitOf(loaded: Loaded, { splitTo: folder, compute, settings }: EvaluateFilesOptions): Split | null {
  if (folder === undefined) return null;
  const parts = partsOf(loaded.data, computeWith(settings, compute));
  if (parts === null) throw new UserError('split/no-people');
  return { folder, outputs: outputsOf(loaded, parts, folder), nobody: parts.nobody };
}

/** One line a kind of file. */
function outputsOf(loaded: Loaded, { list, period }: Parts, folder: string): Output[] {
  const stems = list.map(({ name }) => `${name} ${period}`);
  const workbooks = fileNames(stems, '.xlsx');
  return list.flatMap((part, at) => [personWorkbook(loaded, part, join(folder, workbooks[at] ?? ''))]);
}

function personWorkbook(loaded: Loaded, part: Part, path: string): Output {
  return {
    kind: 'xlsx',
    path,
    isOfPerson: true,
    make: async (whole) => {
      const [{ personDocument }, { writeWorkbook }] = await Promise.all([
        import('../../report/workbook.ts'),
        import('../../write/xlsx/workbook.ts'),
      ]);
      return await writeWorkbook(personDocument(evaluationOf(loaded, part, whole, path)));
    },
  };
}

/** Flags that say nothing of anybody else: others may hold names, files and totals. */
const harmless: ReadonlySet<string> = new Set([
  'period',
  'grain',
  'by',
  'kpi',
  'compare',
  'as-of',
  'lookback',
  'cohorts',
  'tax',
  'basis',
]);

/** Of the whole nothing is taken but what is the same for everybody. */
function evaluationOf({ files }: Loaded, part: Part, whole: Evaluation, path: string): Evaluation {
  const { data, computed } = part.evaluate();
  const { inPeriod, ...figures } = computed;
  const { tool, lang, config, options } = whole;
  return {
    ...figures,
    tool,
    lang,
    config,
    options: Object.fromEntries(Object.entries(options).filter(([name]) => harmless.has(name))),
    inputs: inputReports({ files, data }, inPeriod).filter(({ tables }) => tables.length > 0),
    outputs: [{ kind: 'xlsx', path }],
  };
}
