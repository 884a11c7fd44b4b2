/** `Buffer: Rep 5%; rounded to 1000` above a table of targets: what its parts may add up to. */

import { closestTo } from '../../lib/closest.ts';
import { type Decimal, decimalFromText, zero } from '../../lib/decimal.ts';
import { foldName } from '../../lib/fold-text.ts';
import { cellKind } from '../../model/raw-table.ts';
import { everyLevel, type SumPolicies, type SumPolicy, sumPolicyNamed } from '../../model/sum-policy.ts';
import type { Target } from '../../model/target.ts';
import { UserError } from '../../problems/user-error.ts';
import { dimensionNamed } from './dimension-words.ts';
import type { TargetTable } from './target-table.ts';

const label = /^(?:buffer|sums|上浮|缓冲|加总)\s*:\s*(?<said>.+)$/iu;
const rounding = /^(?:rounded to|steps? of|取整到)\s*(?<step>\d{1,15}(?:\.\d{1,6})?)$/iu;

/** What is asked for comes before what the file states; asked for every level, it is all that counts. */
export function sumsOf(table: TargetTable, asked: SumPolicies): SumPolicies {
  const own = [...asked].map(([level, policy]) => [levelKey(level), policy] as const);
  return new Map(asked.has(everyLevel) ? own : [...statedSums(table), ...own]);
}

/** The policies that the rows above the table state; the last one of a level counts. */
function statedSums(table: TargetTable): SumPolicies {
  const stated = new Map<string, SumPolicy>();
  for (let row = 0; row < table.mapping.firstData; row++) {
    for (const index of table.raw.columns.keys()) {
      if (table.kind(index, row) !== cellKind.text) continue;
      for (const [level, policy] of policiesIn(table.text(index, row))) stated.set(level, policy);
    }
  }
  return stated;
}

function policiesIn(text: string): readonly (readonly [string, SumPolicy])[] {
  const plain = text.normalize('NFKC').replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  const said = label.exec(plain)?.groups?.['said'];
  if (said === undefined) return [];
  const items = said.split(/[;,、]/u).map((item) => item.trim());
  const step = items.flatMap((item) => rounding.exec(item)?.groups?.['step'] ?? [])[0];
  return items.flatMap((item) => {
    const found = policyAtEnd(item, step === undefined ? zero : decimalFromText(step));
    return found ? [found] : [];
  });
}

/** `5%`, `Rep 5%`, `Sales team at least`: the policy is what the text ends in. */
function policyAtEnd(item: string, step: Decimal): readonly [string, SumPolicy] | undefined {
  const starts = [0, ...[...item.matchAll(/\s+|(?<=\p{Script=Han})(?=[\d至不相±])/gu)].map(({ index }) => index)];
  for (const at of starts) {
    const policy = sumPolicyNamed(item.slice(at), step);
    if (policy) return [levelKey(item.slice(0, at).trim()), policy];
  }
  return undefined;
}

/** The key of a level in policies: its field name where it is a known word, else its folded heading. */
function levelKey(level: string): string {
  return level === '' || level === everyLevel ? everyLevel : foldName(dimensionNamed(level) ?? level);
}

/** Throws a UserError for a level of `--sums` that neither our words nor the targets know. */
export function checkLevels(sums: SumPolicies, targets: readonly Target[]): void {
  const known = new Set(targets.flatMap(({ keys }) => [...keys.keys()]));
  const folded = new Set([...known].map(foldName));
  for (const level of sums.keys()) {
    if (level === everyLevel || dimensionNamed(level) !== undefined || folded.has(foldName(level))) continue;
    const allowed = [...known];
    throw new UserError('usage/wrong-value', {
      flag: '--sums',
      value: level,
      allowed,
      near: closestTo(level, allowed).slice(0, 1),
    });
  }
}
