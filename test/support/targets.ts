/** Targets by hand. */
import { decimal, decimalFromText } from '../../src/lib/decimal.ts';
import { parseIsoDay } from '../../src/model/day.ts';
import { type Period, parsePeriod } from '../../src/model/period.ts';
import { parsePeriodLabel } from '../../src/model/period-labels.ts';
import type { Target } from '../../src/model/target.ts';

export function periodNamed(id: string): Period {
  const period = parsePeriod(id) ?? parsePeriodLabel(id);
  if (period === undefined) throw new Error(`no period ${id}`);
  return period;
}

interface Given extends Partial<Omit<Target, 'keys' | 'period' | 'value' | 'effectiveFrom'>> {
  readonly effectiveFrom?: string;
}

let nextRow = 1;

/** `target('2024-01', { rep: 'Ann' }, '100')`; a key called rep, team or region makes it a node, as no key does. */
export function target(
  period: string,
  keys: Readonly<Record<string, string>>,
  value: string,
  given: Given = {},
): Target {
  nextRow += 1;
  const place = { file: 'targets.xlsx', sheet: 'Targets', row: nextRow, column: 3 };
  const { effectiveFrom, ...rest } = given;
  return {
    kpi: 'revenue',
    isKpiStated: true,
    period: periodNamed(period),
    kind: 'target',
    value: decimalFromText(value),
    keys: new Map(Object.entries(keys)),
    isNode: Object.keys(keys).every((name) => ['rep', 'team', 'region'].includes(name)),
    parent: null,
    parentText: given.parent ?? null,
    version: null,
    effectiveFrom: effectiveFrom === undefined ? null : (parseIsoDay(effectiveFrom) ?? null),
    unit: decimal(1),
    weight: null,
    currency: null,
    taxBasis: null,
    sums: new Map(),
    name: null,
    owner: null,
    baseline: null,
    isTotal: false,
    isComputed: false,
    cells: { parent: null, weight: null, owner: null, level: null, period: null, keys: new Map() },
    place,
    namePlace: { ...place, column: 1 },
    ...rest,
  };
}
