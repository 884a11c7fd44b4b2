/** A file that `evaluate` writes beside what it prints. */
import type { Evaluation } from '../../model/evaluation.ts';
import type { SheetList } from '../../report/workbook.ts';
import type { Content } from '../../write/content.ts';
import type { EvaluationText } from '../evaluation-text.ts';

export interface Output {
  readonly kind: 'xlsx' | 'xlsm' | 'html' | 'json' | 'csv' | 'md';
  /** As typed, or made from the name of the first input. */
  readonly path: string;
  /** Names of the sheets, once the file is made; only of workbooks. */
  readonly sheets?: () => SheetList | null;
  /** Made of one person's rows alone, for `--split`. */
  readonly isOfPerson?: boolean;
  /** The whole file; not called in a dry run. `evaluation.outputs` lists all files already. */
  readonly make: (evaluation: Evaluation, text: EvaluationText | null) => Promise<Uint8Array | Content>;
}
