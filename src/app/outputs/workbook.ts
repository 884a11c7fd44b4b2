/** The evaluation workbook: `<first input>.evaluation.xlsx` beside the first input, or where `out` says. */
import { basename, dirname, extname, join } from 'node:path';
import type { EvaluateFilesOptions } from '../options.ts';
import type { Output } from './output.ts';

export function workbookOutput(paths: readonly string[], { out }: EvaluateFilesOptions): Output | null {
  if (out === null) return null;
  return {
    kind: 'xlsx',
    path: out ?? besideFirst(paths),
    make: async (evaluation) => {
      const [{ workbookDocument }, { writeWorkbook }] = await Promise.all([
        import('../../report/workbook.ts'),
        import('../../write/xlsx/workbook.ts'),
      ]);
      return await writeWorkbook(workbookDocument(evaluation));
    },
  };
}

/** `q1.xlsx` → `q1.evaluation.xlsx`. */
function besideFirst([first = '-']: readonly string[]): string {
  if (first === '-') return 'stdin.evaluation.xlsx';
  return join(dirname(first), `${basename(first, extname(first))}.evaluation.xlsx`);
}
