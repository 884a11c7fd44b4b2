/** Which person lies in which team, which team in which region, as joined tables and the facts themselves say. */
import { foldText } from '../lib/fold-text.ts';
import type { DataSet } from '../model/data-set.ts';
import type { Facts, TextColumn } from '../model/table.ts';
import { nodeLevels } from '../model/target.ts';
import { factsOf } from './dimensions.ts';
import type { IsMember } from './targets/cuts.ts';

/** A person lies in a team (a team in a region) when all rows of all facts say the same one. */
export function membership(data: DataSet): IsMember {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (dimension, value, of, ofValue) => {
    const isWithin = nodeLevels.includes(of) && nodeLevels.indexOf(of) < nodeLevels.indexOf(dimension);
    if (!isWithin) return false;
    const key = `${dimension} ${of}`;
    const parents = known.get(key) ?? parentsOf(data, dimension, of);
    known.set(key, parents);
    return parents.get(value) === ofValue;
  };
}

/** Folded value → its only folded parent; values with several parents are in none. */
function parentsOf(data: DataSet, dimension: string, of: string): Map<string, string> {
  const parents = new Map<string, string>();
  for (const [, facts] of factsOf(data)) {
    const [child, parent] = [facts.dimension(dimension), facts.dimension(of)];
    if (!child || !parent) continue;
    for (const [code, parentCode] of onlyParents(facts, child, parent)) {
      const [value, within] = [foldText(child.text(code)), foldText(parent.text(parentCode))];
      parents.set(value, (parents.get(value) ?? within) === within ? within : '');
    }
  }
  return new Map([...parents].filter(([, within]) => within !== ''));
}

/** Code → the only code of `parent` that stands beside it; 0 where there are several. */
function onlyParents({ rowCount, included }: Facts, child: TextColumn, parent: TextColumn): Map<number, number> {
  const parents = new Map<number, number>();
  for (let row = 0; row < rowCount; row++) {
    const [code = 0, parentCode = 0] = [child.codes[row], parent.codes[row]];
    if (included[row] !== 1 || code === 0 || parentCode === 0) continue;
    const known = parents.get(code) ?? parentCode;
    parents.set(code, known === parentCode ? parentCode : 0);
  }
  return parents;
}
