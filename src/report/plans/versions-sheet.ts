/** All versions of targets, one a row: what `evaluate` reads, each period by the version in force at its start. */
import type { Catalogue } from '../../i18n/catalogue.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import { traitsOf } from '../../model/kpi-traits.ts';
import type { OwnKpi } from '../../model/own-kpi.ts';
import type { Revision, VersionRows } from '../../model/revision.ts';
import type { Target } from '../../model/target.ts';
import { day, number, text } from '../cells.ts';
import { hasCents, kindOf } from '../numbers.ts';
import { SheetBuilder } from '../sheet-builder.ts';
import { sumsLine } from './sums-line.ts';

type Words = Catalogue['plans'];

interface Item {
  readonly version: VersionRows;
  readonly target: Target;
}

interface Column {
  readonly heading: string;
  readonly cell: (item: Item) => Cell;
}

export function versionsSheet({ versions, ownKpis }: Revision, plans: Words): Sheet {
  const sheet = new SheetBuilder(plans.sheets.versions, 'data');
  const items = versions.flatMap((version) => version.targets.map((target): Item => ({ version, target })));
  const columns = columnsOf(items, plans, ownKpis);
  sheet.put(1, 1, text(plans.sheets.targets, 'title'));
  sheet.height(1, 28);
  const sums = sumsLine(new Map(items.flatMap(({ target }) => [...target.sums])), plans);
  if (sums !== null) sheet.put(2, 1, text(sums, 'note'));
  sheet.table({
    name: 'tblVersions',
    top: 3,
    left: 1,
    columns: columns.map(({ heading }) => heading),
    items,
    row: (item) => columns.map(({ cell }) => cell(item)),
  });
  sheet.freeze(3);
  return sheet.build();
}

function columnsOf(items: readonly Item[], plans: Words, ownKpis: readonly OwnKpi[]): Column[] {
  const { columns: c } = plans.revision;
  const has = (is: (target: Target) => boolean) => items.some(({ target }) => is(target));
  const optional = (is: boolean, ...columns: readonly Column[]) => (is ? columns : []);
  return [
    { heading: c.version, cell: ({ version }) => text(version.name) },
    {
      heading: c.effectiveFrom,
      cell: ({ version }) => (version.effectiveFrom === null ? text('') : day(version.effectiveFrom)),
    },
    ...periodColumns(items, plans),
    ...keyColumns(items, plans),
    ...optional(
      has(({ parent }) => parent !== null),
      { heading: c.parent, cell: ({ target }) => text(target.parent ?? '') },
    ),
    { heading: c.kpi, cell: ({ target }) => text(target.kpi) },
    ...optional(
      has(({ kind }) => kind !== 'target'),
      { heading: c.kind, cell: ({ target }) => text(target.kind) },
    ),
    { heading: c.target, cell: ({ target }) => valueCell(target, ownKpis) },
    ...optional(
      has(({ weight }) => weight !== null),
      {
        heading: c.weight,
        cell: ({ target: { weight } }) => (weight === null ? text('') : number('plain', weight, 2)),
      },
    ),
    ...optional(
      has(({ currency }) => currency !== null),
      { heading: c.currency, cell: ({ target }) => text(target.currency ?? '') },
    ),
    { heading: c.by, cell: ({ version }) => text(version.by) },
    { heading: c.reason, cell: ({ version }) => text(version.reason) },
  ];
}

function valueCell({ kpi, value }: Target, ownKpis: readonly OwnKpi[]): Cell {
  const kind = kindOf(traitsOf(kpi, ownKpis)?.unit ?? 'count');
  return number(kind, value, kind === 'ratio' || hasCents(value) ? 2 : 0);
}

/** A single day among months would be taken for its month: then first and last days say the periods. */
function periodColumns(items: readonly Item[], plans: Words): Column[] {
  const { columns: c } = plans.revision;
  if (items.some(({ target: { period } }) => period.grain === 'day')) {
    return [
      { heading: c.periodStart, cell: ({ target }) => day(target.period.start) },
      { heading: c.periodEnd, cell: ({ target }) => day(target.period.end) },
    ];
  }
  return [{ heading: c.period, cell: ({ target }) => text(target.period.id) }];
}

/** One column a dimension, the outermost first; a row of the whole says so in the first. */
function keyColumns(items: readonly Item[], plans: Words): Column[] {
  const names = [...new Set(items.flatMap(({ target }) => [...target.keys.keys()]))].sort((a, b) => rank(a) - rank(b));
  if (names.length === 0) return [{ heading: plans.level, cell: () => text(plans.company) }];
  return names.map((name, i) => ({
    heading: plans.headings[name] ?? name,
    cell: ({ target: { keys } }) => text(keys.get(name) ?? (i === 0 && keys.size === 0 ? plans.total : '')),
  }));
}

const order = ['region', 'team', 'rep'];

function rank(name: string): number {
  return order.includes(name) ? order.indexOf(name) : order.length;
}
