/** How the workbook reader says no: the package or one of its parts is not what it claims to be. */
import { UserError } from '../../problems/user-error.ts';

/** A refusal of the whole file; `reason` names the part or place and what is wrong there, in a few words. */
export function damaged(file: string, reason: string, cause?: unknown): UserError {
  return new UserError('file/damaged', { file, reason }, cause === undefined ? undefined : { cause });
}
