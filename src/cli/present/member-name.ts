import { visible } from '../../lib/visible.ts';
import type { Session } from '../session.ts';

/** The members of a breakdown entry as one name: `王芳`, `王芳, 华东`. */
export function memberName(by: Readonly<Record<string, string>>, { words }: Session): string {
  return Object.values(by)
    .map((value) => (value === '(unassigned)' ? words.unassigned : visible(value, 40)))
    .join(words.comma);
}
