/** Severities that a config gives instead of the catalogue's. */
import type { Severities } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';

/**
 * The problems with these severities, without those turned off. A problem for which a row was left out stays an error:
 * turning it down would lose money in silence; such rows are accepted one by one.
 */
export function withSeverities(problems: readonly Problem[], severities: Severities | undefined): readonly Problem[] {
  if (severities === undefined || severities.size === 0) return problems;
  return problems.flatMap((found) => {
    const wanted = severities.get(found.code);
    if (wanted === undefined || found.treatment === 'left-out') return [found];
    return wanted === 'off' ? [] : [{ ...found, severity: wanted }];
  });
}
