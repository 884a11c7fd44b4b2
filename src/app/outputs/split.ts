/** `--split`: one workbook (and page) per person, made of an evaluation of that person's rows and targets alone. */
import { join } from 'node:path';
import { type Part, type Parts, partsOf } from '../../compute/people/parts.ts';
import { fileNames } from '../../lib/file-names.ts';
import type { Evaluation } from '../../model/evaluation.ts';
import { UserError } from '../../problems/user-error.ts';
import { inputReports, type Loaded } from '../load.ts';
import type { EvaluateFilesOptions } from '../options.ts';
import { computeWith } from '../settings.ts';
import type { Output } from './output.ts';
import { makePersonPage } from './page.ts';

export interface Split {
  readonly folder: string;
  readonly outputs: readonly Output[];
  readonly nobody: Parts['nobody'];
}

/** Null where no split is asked for. Throws a UserError `split/no-people` where nothing tells whose rows are whose. */
export function splitOf(loaded: Loaded, options: EvaluateFilesOptions): Split | null {
  const { splitTo: folder, compute, settings, page = null } = options;
  if (folder === undefined) return null;
  const parts = partsOf(loaded.data, computeWith(settings, compute));
  if (parts === null) throw new UserError('split/no-people');
  const outputs = outputsOf(loaded, parts, { folder, kinds: page === null ? ['xlsx'] : ['xlsx', 'html'] });
  return { folder, outputs, nobody: parts.nobody };
}

type Kind = 'xlsx' | 'html';

interface Wanted {
  readonly folder: string;
  readonly kinds: readonly Kind[];
}

function outputsOf(loaded: Loaded, { list, period }: Parts, { folder, kinds }: Wanted): Output[] {
  const stems = list.map(({ name }) => `${name} ${period}`);
  const names = kinds.map((kind) => ({ kind, files: fileNames(stems, `.${kind}`) }));
  return list.flatMap((part, at) =>
    names.map(({ kind, files }) => personFile(loaded, part, { kind, path: join(folder, files[at] ?? '') })),
  );
}

function personFile(loaded: Loaded, part: Part, output: { readonly kind: Kind; readonly path: string }): Output {
  return {
    ...output,
    isOfPerson: true,
    make: async (whole) => await makers[output.kind](evaluationOf(loaded, part, whole, output)),
  };
}

/** One line a kind of file. */
const makers: Readonly<Record<Kind, (evaluation: Evaluation) => Promise<Uint8Array>>> = {
  xlsx: makePersonWorkbook,
  html: makePersonPage,
};

async function makePersonWorkbook(evaluation: Evaluation): Promise<Uint8Array> {
  const [{ personDocument }, { writeWorkbook }] = await Promise.all([
    import('../../report/workbook.ts'),
    import('../../write/xlsx/workbook.ts'),
  ]);
  return await writeWorkbook(personDocument(evaluation));
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
function evaluationOf(
  { files }: Loaded,
  part: Part,
  whole: Evaluation,
  output: Evaluation['outputs'][number],
): Evaluation {
  const { data, computed } = part.evaluate();
  const { inPeriod, ...figures } = computed;
  const { tool, lang, config, options, isRanked } = whole;
  return {
    ...figures,
    tool,
    lang,
    config,
    isRanked,
    options: Object.fromEntries(Object.entries(options).filter(([name]) => harmless.has(name))),
    inputs: inputReports({ files, data }, inPeriod).filter(({ tables }) => tables.length > 0),
    outputs: [output],
    // Of others' rows nothing goes along.
    against: null,
    rows: null,
  };
}
