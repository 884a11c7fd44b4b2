/** Targets of the shared data sets, resolved and judged, against their published attainment and plain loops. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { judge } from '../../src/compute/attainment.ts';
import { TargetBook } from '../../src/compute/targets/target-book.ts';
import { decimalFromText, toFixed, toText } from '../../src/lib/decimal.ts';
import { parsePeriod } from '../../src/model/period.ts';
import type { Target } from '../../src/model/target.ts';
import { openFile } from '../../src/read/open.ts';
import { recognise } from '../../src/recognise/recognise.ts';
import { readTargets } from '../../src/validate/targets/read-targets.ts';
import { dataFolder, hasData } from './sets.ts';

if (!hasData) console.warn('SKIPPED: no shared data folder beside the repository, so no real targets are checked');

async function targetsOf(...path: readonly string[]): Promise<readonly Target[]> {
  const { tables } = recognise([await openFile(join(dataFolder, ...path), {})], {});
  const { targets, problems } = readTargets(tables.filter(({ mapping }) => mapping.dataset === 'targets'));
  expect(problems).toEqual([]);
  return targets;
}

const figure = z.object({
  key: z.array(z.string()),
  actual: z.string(),
  target: z.string(),
  attainment: z.string(),
  actual_present: z.boolean(),
});
const figures = z.array(figure);
const total = z.object({ actual: z.string(), target: z.string(), attainment: z.string() });

function published(set: string): Record<string, unknown> {
  const json = z.object({ attainment: z.record(z.string(), z.unknown()) });
  return json.parse(JSON.parse(readFileSync(join(dataFolder, set, 'expected.json'), 'utf8'))).attainment;
}

const all = { id: '2018-04..2019-03', grain: 'range', start: 17_622, end: 17_986 } as const;

/** Target and attainment of a published figure, as the book and the judge give them. */
function answer(
  book: TargetBook,
  { key, actual }: Pick<z.infer<typeof figure>, 'key' | 'actual'>,
  names: readonly string[],
) {
  const periodId = names.includes('period') ? key[names.indexOf('period')] : undefined;
  const period = periodId === undefined ? all : parsePeriod(periodId);
  if (period === undefined) throw new Error(`no period ${periodId}`);
  const keys = new Map(names.flatMap((name, i) => (name === 'period' ? [] : [[name, key[i] ?? '']])));
  const { target, why } = book.resolve('revenue', keys, period, new Set());
  const { attainment } = judge({
    actual: decimalFromText(actual),
    target,
    targetWhy: why,
    unit: 'money',
    better: 'higher',
    cautions: [],
    pace: null,
  });
  return { target: target && toText(target), attainment: attainment && toFixed(attainment) };
}

function wanted({ target, attainment }: { readonly target: string; readonly attainment: string }) {
  return { target: toText(decimalFromText(target)), attainment };
}

describe.skipIf(!hasData)('india-ecommerce', () => {
  test('all published attainments: total, months, categories, months by category', async () => {
    const targets = await targetsOf('india-ecommerce', 'Sales target.csv');
    expect(targets).toHaveLength(36);
    const book = new TargetBook(targets);
    const expected = published('india-ecommerce');
    const whole = total.parse(expected['total']);
    expect(answer(book, { key: [], actual: whole.actual }, [])).toEqual(wanted(whole));
    const lists = [
      ['by_month', ['period']],
      ['by_category', ['category']],
      ['by_month_category', ['period', 'category']],
    ] as const;
    for (const [list, names] of lists) {
      for (const one of figures.parse(expected[list]))
        expect(answer(book, one, names), one.key.join()).toEqual(wanted(one));
    }
  });
});

/** Sum of the file's daily targets of 2020-Q4 by `dimension member`, at four digits. */
function plainSums(targets: readonly Target[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  const lastQuarter = targets.filter(({ period }) => period.start >= 18_536 && period.start <= 18_627);
  for (const { keys, value } of lastQuarter) {
    for (const [name, member] of keys) {
      const key = `${name}=${member}`;
      sums.set(key, (sums.get(key) ?? 0n) + value.units * 10n ** BigInt(4 - value.scale));
    }
  }
  return sums;
}

describe.skipIf(!hasData)('superstore-us', () => {
  const read = () => targetsOf('superstore-us', 'Sales Target (US).xlsx');

  test('years and quarters are the published ones', async () => {
    const targets = await read();
    expect(targets).toHaveLength(4603);
    const book = new TargetBook(targets);
    const expected = published('superstore-us');
    const quarters = figures.parse(expected['by_quarter']);
    for (const one of [...figures.parse(expected['by_year']), ...quarters]) {
      expect(answer(book, one, ['period']), one.key.join()).toEqual(wanted(one));
    }
  });

  test('categories and segments of a quarter are plain sums of its days', async () => {
    const targets = await read();
    const book = new TargetBook(targets);
    const sums = plainSums(targets);
    expect(sums.size).toBe(6);
    for (const [key, units] of sums) {
      const [name = '', member = ''] = key.split('=');
      const answered = answer(book, { key: ['2020-Q4', member], actual: '0' }, ['period', name]);
      expect(answered.target, key).toBe(toText({ units, scale: 4 }));
    }
  });
});
