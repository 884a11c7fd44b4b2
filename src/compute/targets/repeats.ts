/** Targets stated twice: an error for a person, team or company, rows that add up for dimensions. */

import { compare } from '../../lib/decimal.ts';
import { foldName, foldText } from '../../lib/fold-text.ts';
import type { Period } from '../../model/period.ts';
import type { Problem } from '../../model/problem.ts';
import type { Target } from '../../model/target.ts';
import { problem } from '../../problems/catalogue.ts';
import type { TargetBook } from './target-book.ts';

/** One problem per later row and KPI, at the cell that names it; of a wide row's months the first is named. */
export function findRepeats(book: TargetBook): { readonly problem: Problem; readonly of: Period }[] {
  const found = new Map<string, { problem: Problem; of: Period }>();
  for (const kpi of book.kpis) {
    for (const { targets } of book.versionsOf(kpi)) {
      const first = new Map<string, Target>();
      for (const target of targets) {
        const key = identityOf(target);
        const earlier = first.get(key);
        if (earlier === undefined) first.set(key, target);
        else remember(found, target, earlier);
      }
    }
  }
  return [...found.values()];
}

/** A person is one wherever named; a team is one of its region; a key is all its values. */
function identityOf({ keys, isNode, period }: Target): string {
  const pairs = [...keys].map(([name, value]): [string, string] => [foldName(name), foldText(value)]);
  const isPerson = isNode && keys.has('rep');
  const own = isPerson ? pairs.filter(([name]) => name !== 'team' && name !== 'region') : pairs;
  return JSON.stringify([own.sort(([a], [b]) => (a < b ? -1 : 1)), period.start, period.end]);
}

function remember(found: Map<string, { problem: Problem; of: Period }>, target: Target, earlier: Target): void {
  const { file, sheet, row, column } = target.namePlace;
  const key = JSON.stringify([file, sheet, row, column, target.kpi]);
  const known = found.get(key);
  if (known === undefined || coversMore(target.period, known.of))
    found.set(key, { problem: repeatOf(target, earlier), of: target.period });
}

// Months before their year: the problem is told by what is judged.
function coversMore(period: Period, known: Period): boolean {
  return period.end - period.start < known.end - known.start;
}

function repeatOf(target: Target, earlier: Target): Problem {
  const name = [...target.keys.values()].join(', ') || target.kpi;
  const { id } = target.period;
  const firstRow = earlier.namePlace.row ?? 0;
  const related = [earlier.namePlace];
  const isAdded = !target.isNode && target.keys.size > 0;
  if (isAdded) {
    return problem(
      'targets/repeated-key',
      target.namePlace,
      { key: name, period: id, firstRow },
      { related, value: name, treatment: 'counted' },
    );
  }
  const isIdentical = compare(target.value, earlier.value) === 0;
  const extras = {
    related,
    value: name,
    treatment: isIdentical ? ('ignored' as const) : ('none' as const),
  };
  return problem('targets/duplicate', target.namePlace, { name, period: id, kpi: target.kpi, firstRow }, extras);
}
