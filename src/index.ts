/** The library: what the commands do, without printing. */
export type { EvaluateFilesOptions } from './app/options.ts';
export { UserError } from './problems/user-error.ts';
