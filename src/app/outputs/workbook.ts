/** The evaluation workbook: `<first input>.evaluation.xlsx` beside the first input, or where `out` says. */
import type { EvaluateFilesOptions } from '../options.ts';
import { besideFirst } from './beside-first.ts';
import type { Output } from './output.ts';

export function workbookOutput(paths: readonly string[], { out }: EvaluateFilesOptions): Output | null {
  if (out === null) return null;
  return {
    kind: 'xlsx',
    path: out ?? besideFirst(paths, '.evaluation.xlsx'),
    make: async (evaluation) => {
      const [{ workbookDocument }, { writeWorkbook }] = await Promise.all([
        import('../../report/workbook.ts'),
        import('../../write/xlsx/workbook.ts'),
      ]);
      return await writeWorkbook(workbookDocument(evaluation));
    },
  };
}
