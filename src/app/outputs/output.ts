/** A file that `evaluate` writes beside what it prints. */
import type { Evaluation } from '../../model/evaluation.ts';
import type { Content } from '../../write/content.ts';

export interface Output {
  readonly kind: 'xlsx' | 'xlsm' | 'html';
  /** As typed, or made from the name of the first input. */
  readonly path: string;
  /** Made of one person's rows alone, for `--split`. */
  readonly isOfPerson?: boolean;
  /** The whole file; not called in a dry run. `evaluation.outputs` lists all files already. */
  readonly make: (evaluation: Evaluation) => Promise<Uint8Array | Content>;
}
