/** Labels of totals that are misspelled: read as names, they count their parts a second time. */
import { isSlip } from '../../../lib/closest.ts';
import { compare, isZero, sum } from '../../../lib/decimal.ts';
import { foldText } from '../../../lib/fold-text.ts';
import { groupBy } from '../../../lib/group-by.ts';
import type { Target } from '../../../model/target.ts';
import { problem } from '../../../problems/catalogue.ts';
import { cellKey, rowKey, spanOf, tableOf } from '../rules/rule.ts';
import type { Slip, SlipFinder } from './slip.ts';

const words = ['Subtotal', 'Total', 'Grand total', '小计', '合计', '总计'];

export const findMisspelledTotals: SlipFinder = (targets) => {
  const stated = targets.filter(({ kind, keys, isNode }) => kind === 'target' && isNode && keys.size > 0);
  return [...groupBy(stated, (target) => cellKey(tableOf(target))).values()].flatMap((own) => {
    const rows = [...groupBy(own, ({ place }) => rowKey(place)).values()];
    const names = rows.filter(([first]) => first !== undefined && isReadAsName(first));
    if (new Set(names.map(([first]) => first?.name)).size > mostLabels) return [];
    const deepest = Math.max(0, ...names.map(([first]) => first?.keys.size ?? 0));
    const groups = groupsOf(names.filter(([first]) => first?.keys.size === deepest));
    const nearOf = nearLabels(groups);
    return names.flatMap((row) => slipsOf(row, nearOf(row[0]?.name?.trim() ?? '')));
  });
};

/** Plans with totals are read by people: with more names nobody reads them. */
const mostLabels = 500;

type Rows = readonly (readonly Target[])[];

/** True for a label that is taken for a person or node of its own. */
function isReadAsName({ name, keys }: Target): boolean {
  return name !== null && foldText([...keys.values()].at(-1) ?? '') === foldText(name);
}

interface Near {
  readonly label: string;
  /** What it would be the total of. */
  readonly parts: Rows;
}

function nearLabels(groups: readonly (readonly [name: string, rows: Rows])[]): (label: string) => readonly Near[] {
  const known = new Map<string, readonly Near[]>();
  return (label) => {
    const near =
      known.get(label) ??
      groups.flatMap(([name, parts]) => nearIn(label, name).map((word) => ({ label: word, parts })));
    known.set(label, near);
    return near;
  };
}

function nearIn(label: string, name: string): string[] {
  const isNear = (word: string) =>
    Math.abs(word.length - label.length) <= 2 && isSlip(label, word) && foldText(label) !== foldText(word);
  return labelsOf(name).filter(isNear).slice(0, 1);
}

function slipsOf(row: readonly Target[], near: readonly Near[]): Slip[] {
  const [first] = row;
  const meant = near.find(({ parts }) => isSumOf(row, parts));
  if (first === undefined || meant === undefined) return [];
  const concerned = new Set(row);
  const params = { near: [meant.label], rows: 1 };
  const extras = { value: first.name };
  return [
    {
      found: { problem: problem('targets/misspelled-name', first.namePlace, params, extras), of: spanOf(row) },
      concerns: (target) => concerned.has(target),
      meant: () => null,
    },
  ];
}

/** The rows of each node above, and all rows. */
function groupsOf(rows: Rows): (readonly [name: string, rows: Rows])[] {
  const byNode = new Map<string, (readonly Target[])[]>();
  for (const row of rows) {
    for (const value of [...(row[0]?.keys.values() ?? [])].slice(0, -1)) {
      const own = byNode.get(value);
      if (own) own.push(row);
      else byNode.set(value, [row]);
    }
  }
  return [...byNode, ['', rows]];
}

function labelsOf(name: string): string[] {
  return name === '' ? words : words.flatMap((word) => [word, `${name} ${word}`, `${name}${word}`]);
}

/** In every period, of two rows or more. */
function isSumOf(row: readonly Target[], all: Rows): boolean {
  const parts = all.filter((one) => one !== row);
  if (parts.length < 2) return false;
  return row.every(({ kpi, period, value }) => {
    const own = parts.flat().filter((one) => one.kpi === kpi && one.period.id === period.id);
    return !isZero(value) && compare(sum(own.map((one) => one.value)), value) === 0;
  });
}
