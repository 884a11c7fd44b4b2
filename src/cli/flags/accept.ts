import type { AcceptList } from '../../model/accept.ts';

/** The list of `--accept`, if it is given. Throws UserErrors where it cannot be read or is none. */
export async function acceptListOf(file: string | undefined): Promise<AcceptList | undefined> {
  if (file === undefined) return undefined;
  const { readAcceptList } = await import('../../app/accept-file.ts');
  return await readAcceptList(file);
}
