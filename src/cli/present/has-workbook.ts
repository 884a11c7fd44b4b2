import type { Evaluation } from '../../model/evaluation.ts';

/** Whether there is a workbook to look up in what the terminal leaves out: a page alone shows less. */
export function hasWorkbook({ outputs }: Evaluation): boolean {
  return outputs.some(({ kind }) => kind === 'xlsx');
}
