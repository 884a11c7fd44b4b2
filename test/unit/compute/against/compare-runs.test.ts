/** Two runs: what happened to the rows makes up the whole difference, of every KPI and of everybody. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Compared, compareRuns } from '../../../../src/compute/against/compare-runs.ts';
import type { Runs } from '../../../../src/compute/against/differences.ts';
import { keepRows } from '../../../../src/compute/against/keep-rows.ts';
import { evaluateScope } from '../../../../src/compute/evaluate.ts';
import { type Scope, scopeOf } from '../../../../src/compute/scope.ts';
import { parseEarlierEvaluation } from '../../../../src/config/earlier-evaluation.ts';
import { type Decimal, isDecimal, isZero, subtract, sum, toText, zero } from '../../../../src/lib/decimal.ts';
import { changeKinds, type KpiDifference } from '../../../../src/model/against.ts';
import type { DataSet } from '../../../../src/model/data-set.ts';
import type { BreakdownEntry } from '../../../../src/model/evaluation.ts';
import type { KeptRows } from '../../../../src/model/kept-rows.ts';
import type { ComputeOptions } from '../../../../src/model/options.ts';
import { rowsValue } from '../../../../src/report/against-json.ts';
import { jsonText } from '../../../../src/write/json.ts';
import { spanOfData } from '../../../oracle/plain/world.ts';
import { anyPeriod, anyWorld, runs } from '../../../support/any-world.ts';
import { dataSetOf } from '../../../support/data-set.ts';
import { csvRecord } from '../../../support/generated-orders.ts';
import { dataSetFor } from '../../../support/worlds.ts';

const columns = ['Order ID', 'Order Date', 'Customer', 'Rep', 'Team', 'Product', 'Quantity', 'Amount', 'Status'];
type Row = readonly string[];

const cells: readonly fc.Arbitrary<string>[] = [
  fc.constantFrom('A1', 'A2', 'A3', 'A4', 'A5', ''),
  fc.constantFrom('2023-12-31', '2024-01-01', '2024-02-29', '2024-03-31', '2024-04-01'),
  fc.constantFrom('c1', 'c2', 'c3', ''),
  fc.constantFrom('王芳', 'Li', 'Zoë', ''),
  fc.constantFrom('North', 'South'),
  fc.constantFrom('Desk', 'Chair', ''),
  fc.constantFrom('1', '2.5', '-1', ''),
  fc.constantFrom('100', '0.01', '-7.25', '99.99', '1234567.8901', '0.1234567890123'),
  fc.constantFrom('shipped', 'shipped', 'cancelled'),
];
const anyRow = fc.tuple(...cells);
const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 12 });
const anyEdit = fc.record({
  kind: fc.constantFrom<'change' | 'remove' | 'add' | 'repeat'>('change', 'change', 'remove', 'add', 'repeat'),
  at: fc.nat(11),
  column: fc.nat(columns.length - 1),
  row: anyRow,
});
type Edit = typeof anyEdit extends fc.Arbitrary<infer Value> ? Value : never;

function edited(rows: readonly Row[], edits: readonly Edit[]): readonly Row[] {
  return edits.reduce<readonly Row[]>((list, edit) => withEdit(list, edit), rows);
}

function withEdit(rows: readonly Row[], { kind, at: wanted, column, row }: Edit): readonly Row[] {
  const at = wanted % rows.length;
  const old = rows[at] ?? row;
  switch (kind) {
    case 'add':
      return rows.toSpliced(at, 0, row);
    case 'repeat':
      return [...rows, old];
    case 'remove':
      return rows.length > 1 ? rows.toSpliced(at, 1) : rows;
    case 'change':
      return rows.with(at, old.with(column, row[column] ?? ''));
  }
}

async function scopeOfRows(rows: readonly Row[], options: ComputeOptions = {}): Promise<Scope> {
  // A row of a past quarter keeps the columns as they are, whatever becomes of the others.
  const first = ['Z9', '2023-10-01', 'c1', 'Li', 'North', 'Desk', '1', '1.5', 'shipped'];
  const lines = [columns, first, ...rows].map((row) => csvRecord(row).trimEnd());
  const data: DataSet = await dataSetOf({ 'orders.csv': lines });
  return scopeOf(data, { period: '2024-Q1', by: [['rep']], ...options });
}

function compared(
  was: Scope,
  now: Scope,
  rowsThen: KeptRows = keepRows(was),
  documented: Runs['documented'] = null,
): Compared {
  return compareRuns({ was: rowsThen, now: keepRows(now), kpis: evaluateScope(now, {}).kpis, documented });
}

function differenceIn(kpis: readonly KpiDifference[], id: string): KpiDifference | undefined {
  return kpis.find((kpi) => kpi.id === id);
}

/** What a split KPI must keep: to the last digit. */
function checkSplit({ id, was, now, difference, parts }: KpiDifference): void {
  if (parts === null) return;
  const told = toText(sum(changeKinds.map((kind) => parts[kind])));
  expect([id, told]).toEqual([id, toText(difference ?? zero)]);
  expect([id, told]).toEqual([id, toText(subtract(now ?? zero, was ?? zero))]);
}

function actualOf(breakdown: readonly BreakdownEntry[], rep: string, id: string): string {
  const entry = breakdown.find(({ by }) => by['rep'] === (rep === '' ? '(unassigned)' : rep));
  return textOf(entry?.kpis.find((kpi) => kpi.id === id)?.actual ?? null);
}

/** What is said of people is what the breakdown of each run says. */
function checkPeople(people: Compared['people'], scope: Scope, side: 'was' | 'now'): void {
  const { breakdown } = evaluateScope(scope, {});
  for (const { rep, kpis } of people) {
    kpis.forEach(checkSplit);
    for (const kpi of kpis) {
      expect([rep, kpi.id, textOf(kpi[side])]).toEqual([rep, kpi.id, actualOf(breakdown, rep, kpi.id)]);
    }
  }
}

const textOf = (value: Decimal | null) => (value === null ? '0' : toText(value));
const split = ['revenue', 'orders', 'units', 'active-customers'];

describe('edits of a file', () => {
  test('make up the whole difference, of all and of each person', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.array(anyEdit, { maxLength: 8 }), async (rows, edits) => {
        const [was, now] = [await scopeOfRows(rows), await scopeOfRows(edited(rows, edits))];
        const { kpis, people, rows: list } = compared(was, now);
        kpis.forEach(checkSplit);
        for (const id of split) expect([id, differenceIn(kpis, id)?.why]).toEqual([id, null]);
        const effects = list.map((row) => row.effects.get('revenue') ?? zero);
        expect(toText(sum(effects))).toBe(textOf(differenceIn(kpis, 'revenue')?.difference ?? null));
        checkPeople(people, was, 'was');
        checkPeople(people, now, 'now');
        const whole = differenceIn(kpis, 'revenue')?.parts;
        for (const kind of changeKinds) {
          const all = people.flatMap((person) => differenceIn(person.kpis, 'revenue')?.parts?.[kind] ?? []);
          expect([kind, toText(sum(all))]).toEqual([kind, textOf(whole?.[kind] ?? null)]);
        }
      }),
      runs(40),
    );
  });

  test('that are none leave nothing to list, whatever the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const {
          counts,
          elsewhere,
          rows: list,
          kpis,
        } = compared(await scopeOfRows(rows), await scopeOfRows(rows.toReversed()));
        expect({ counts, elsewhere, list }).toEqual({ counts: nothing, elsewhere: nothing, list: [] });
        expect(kpis.every(({ difference }) => difference === null || isZero(difference))).toBe(true);
      }),
      runs(30),
    );
  });

  test('are the same where the document kept the rows', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, fc.array(anyEdit, { maxLength: 5 }), async (rows, edits) => {
        const [was, now] = [await scopeOfRows(rows), await scopeOfRows(edited(rows, edits))];
        const { rows: kept, actuals } = parseEarlierEvaluation(documentOf(was), 'earlier.json');
        if (kept === null) throw new RangeError('no rows');
        expect(shown(compared(was, now, kept, actuals))).toBe(shown(compared(was, now)));
      }),
      runs(30),
    );
  });
});

const nothing = { added: 0, removed: 0, changed: 0, reassigned: 0 };

function documentOf(scope: Scope): string {
  return jsonText({
    schema: 'salesmetrics.evaluation/1',
    tool: { version: '0.1.0' },
    asOf: '2024-03-31',
    currency: null,
    config: null,
    options: {},
    period: { id: scope.period.id },
    inputs: [],
    kpis: [...keepRows(scope).actuals].map(([id, actual]) => ({ id, actual })),
    rows: rowsValue(keepRows(scope)),
  });
}

/** Values, whatever their scale. */
function shown(found: Compared): string {
  return JSON.stringify(found, (_, value: unknown) => {
    if (isDecimal(value)) return toText(value);
    return value instanceof Map ? [...value] : value;
  });
}

test('any data against any other: every KPI is split to the last digit, or told whole with a reason', () => {
  fc.assert(
    fc.property(anyWorld, anyWorld, anyPeriod, (one, other, period) => {
      fc.pre(spanOfData(one) !== null && spanOfData(other) !== null);
      const scopes = [one, other].map((world) => scopeOf(dataSetFor(world), { period, lookback: world.lookback }));
      const [was, now] = scopes;
      if (!was || !now) throw new RangeError('two scopes');
      const { kpis, people } = compared(was, now);
      for (const kpi of [...kpis, ...people.flatMap((person) => person.kpis)]) checkSplit(kpi);
      expect(kpis.filter(({ why }) => why === 'not-reproduced').map(({ id }) => id)).toEqual([]);
    }),
    runs(60),
  );
});

describe('a row', () => {
  const base: readonly Row[] = [
    ['A1', '2024-01-05', 'c1', 'Li', 'North', 'Desk', '1', '100', 'shipped'],
    ['A1', '2024-01-05', 'c1', 'Li', 'North', 'Chair', '2', '50', 'shipped'],
    ['A2', '2024-02-05', 'c2', '王芳', 'South', 'Desk', '1', '80', 'shipped'],
  ];
  const changeOf = async (column: number, value: string) => {
    const now = base.with(1, (base[1] ?? []).with(column, value));
    return compared(await scopeOfRows(base), await scopeOfRows(now));
  };

  test('of an order is known by its product; only what differs is named', async () => {
    const { rows } = await changeOf(7, '55.5');
    expect(rows.map(({ id, kinds, fields }) => ({ id, kinds, fields }))).toEqual([
      { id: 'A1', kinds: ['changed'], fields: [{ field: 'amount', kind: 'amount', was: '50', now: '55.5' }] },
    ]);
  });

  test('of another person goes over as it was: nothing of the whole, but of both', async () => {
    const { kpis, people, rows } = await changeOf(3, '王芳');
    expect(rows.map(({ kinds }) => kinds)).toEqual([['reassigned']]);
    expect(toText(differenceIn(kpis, 'revenue')?.parts?.reassigned ?? zero)).toBe('0');
    const parts = people.map(({ rep, kpis: own }) => [
      rep,
      textOf(differenceIn(own, 'revenue')?.parts?.reassigned ?? null),
    ]);
    expect(parts).toEqual([
      ['Li', '-50'],
      ['王芳', '50'],
    ]);
  });

  test('that moves out of the period is changed, not removed', async () => {
    const { rows, counts } = await changeOf(1, '2024-04-02');
    expect(counts).toEqual({ ...nothing, changed: 1 });
    expect(textOf(rows[0]?.effects.get('revenue') ?? null)).toBe('-50');
  });

  test('of another period is counted apart', async () => {
    const now = [...base, ['A9', '2024-04-09', 'c1', 'Li', 'North', 'Desk', '1', '5', 'shipped']];
    const { rows, elsewhere } = compared(await scopeOfRows(base), await scopeOfRows(now));
    expect({ rows, elsewhere }).toEqual({ rows: [], elsewhere: { ...nothing, added: 1 } });
  });

  test('that was left out and is put right is changed', async () => {
    const broken = base.with(1, (base[1] ?? []).with(7, 'n/a'));
    const { rows } = compared(await scopeOfRows(broken), await scopeOfRows(base));
    expect(rows.map(({ kinds, fields }) => [kinds, fields.map(({ field }) => field)])).toEqual([
      [['changed'], ['leftOut', 'amount']],
    ]);
    expect(textOf(rows[0]?.effects.get('revenue') ?? null)).toBe('50');
  });
});

test('a figure of the document that its rows do not give is told whole', async () => {
  const [was, now] = [await scopeOfRows([]), await scopeOfRows([])];
  const { kpis } = evaluateScope(now, {});
  const documented = new Map([['revenue', { units: 77n, scale: 0 }]]);
  const found = compareRuns({ was: keepRows(was), now: keepRows(now), kpis, documented });
  expect(differenceIn(found.kpis, 'revenue')).toMatchObject({
    parts: null,
    why: 'not-reproduced',
    was: { units: 77n },
  });
});
