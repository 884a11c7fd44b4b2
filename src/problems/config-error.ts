/** What is wrong in a file that users write for us: each fault with its place and the lines around it. */
import { UserError } from './user-error.ts';

type Params = UserError['params'];

export interface ConfigFault {
  /** `config/what`, a key of the user-error texts in `i18n`. */
  readonly code: string;
  readonly params: Params;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Characters of the line that are meant; at least 1. */
  readonly length: number;
  /** The line before, where it says something, and the line itself. */
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

/** All that is wrong in the file, in its order; exit 2. */
export class ConfigError extends UserError {
  readonly faults: readonly ConfigFault[];

  constructor(faults: readonly ConfigFault[], options: ErrorOptions = {}) {
    const [first] = faults;
    const { code = '', params, file = '', line = 1, column = 1 } = first ?? {};
    super(code, { ...params, file, line, column }, options);
    this.faults = faults;
  }
}
