/** `concise`: a problem a line, place first, so that editors can jump there. */
import { describeProblem } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import { visible } from '../../lib/visible.ts';
import type { Problem } from '../../model/problem.ts';
import { shortPlace } from './cells.ts';

/** `targets-2024.xlsx:Targets!D9: error targets/quarter-sum …`; severities are spelled the same in both languages. */
export function conciseLine(found: Problem, lang: Lang): string {
  const place = shortPlace(found.place);
  const where = visible(found.place.file) + (place === '' ? '' : `:${place}`);
  return `${where}: ${found.severity} ${found.code} ${describeProblem(found, lang).message}`;
}
