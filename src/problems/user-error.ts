import type { Problem } from '../model/problem.ts';

/** Thrown when the run cannot go on for a reason that the user can put right: exit 2. Words are in `i18n`, by code. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** `area/what`, a key of the user-error texts in `i18n`. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
  /** What was found in the data before the run had to end: often the reason. */
  readonly problems: readonly Problem[];

  constructor(
    code: string,
    params: Readonly<Record<string, string | number | readonly string[]>> = {},
    options: ErrorOptions & { readonly problems?: readonly Problem[] } = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.code = code;
    this.params = params;
    this.problems = options.problems ?? [];
  }
}
