/** Floors, targets proper and stretch targets, where a column tells them apart. */
import { foldName } from '../../lib/fold-text.ts';
import type { Target } from '../../model/target.ts';
import type { TargetTable } from './target-table.ts';

const kinds: ReadonlyMap<string, Target['kind']> = new Map(
  Object.entries({
    target: 'target|base|目标|标准|基本|销售目标|考核目标|正常',
    floor: 'floor|minimum|threshold|保底|底线|保底目标|保底值|最低',
    stretch: 'stretch|stretch target|challenge|挑战|冲刺|挑战目标|冲刺目标',
  }).flatMap(([kind, names]) =>
    names.split('|').map((name): [string, Target['kind']] => [foldName(name), toKind(kind)]),
  ),
);

function toKind(name: string): Target['kind'] {
  return name === 'floor' || name === 'stretch' ? name : 'target';
}

export function kindNamed(text: string): Target['kind'] | undefined {
  return kinds.get(foldName(text));
}

/** A column called 类型 says the kind only where all its values are kinds; else it is a dimension (新签, 续签). */
export function hasKinds(table: TargetTable): boolean {
  const column = table.column('kind');
  if (column === undefined) return false;
  return [...table.rows()].every((row) => {
    const text = table.text(column.index, row);
    return text === '' || kindNamed(text) !== undefined;
  });
}
