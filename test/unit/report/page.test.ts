/** What stands on the page of `--html`: findings first, numbers under every chart, nothing in the place of nothing. */
import { describe, expect, test } from 'vitest';
import { decimalFromText } from '../../../src/lib/decimal.ts';
import { dayOf } from '../../../src/model/day.ts';
import type { Evaluation, KpiResult } from '../../../src/model/evaluation.ts';
import type { Page, PagePart } from '../../../src/model/page.ts';
import type { PageChart } from '../../../src/model/page-chart.ts';
import { evaluationPage } from '../../../src/report/page.ts';
import { exampleEvaluation, kpiResult } from '../../support/evaluation.ts';
import { pageText, partLines } from '../../support/page-text.ts';

const d = decimalFromText;

function made(changes: Partial<Evaluation> = {}, lang: Evaluation['lang'] = 'en'): Page {
  return evaluationPage(exampleEvaluation(lang, changes));
}

function chartsOf(page: Page): PageChart[] {
  return page.sections.flatMap(({ parts }) => parts.flatMap((part) => (part.kind === 'chart' ? [part.chart] : [])));
}

function chartOf<Kind extends PageChart['kind']>(page: Page, kind: Kind): Extract<PageChart, { kind: Kind }> {
  const found = chartsOf(page).find((chart): chart is Extract<PageChart, { kind: Kind }> => chart.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
}

function foldedOf(page: Page): Extract<PagePart, { kind: 'folded' }>[] {
  return page.sections.flatMap(({ parts }) => parts.filter((part) => part.kind === 'folded'));
}

/** People with revenue and target. */
function peopleOf(pairs: readonly (readonly [string, string, string | null])[]): Partial<Evaluation> {
  const sum = (at: 1 | 2) => String(pairs.reduce((all, pair) => all + Number(pair[at] ?? 0), 0));
  const hasTargets = pairs.some(([, , target]) => target !== null);
  return {
    gap: null,
    compare: null,
    kpis: [kpiResult('revenue', { unit: 'money', actual: sum(1), target: hasTargets ? sum(2) : null })],
    breakdown: pairs.map(([rep, actual, target]) => ({
      by: { rep },
      kpis: [kpiResult('revenue', { unit: 'money', actual, target })],
    })),
  };
}

test.each(['en', 'zh-CN'] as const)('the whole page in %s', async (lang) => {
  await expect(pageText(made({}, lang))).toMatchFileSnapshot(`golden/page-${lang.toLowerCase()}.txt`);
});

test('the same evaluation gives the same page', () => {
  expect(made()).toEqual(made());
});

test('a draft says so and why, a final page does not', () => {
  expect(made().draft).toEqual({ word: 'DRAFT', reason: 'Draft: 4 rows left out (CNY 12,300); see "Data quality"' });
  expect(made({ draft: false }).draft).toBeNull();
});

describe('nothing stands in for what is not there', () => {
  const bare = made({
    gap: null,
    compare: null,
    breakdown: [],
    by: [],
    trend: [],
    problems: [],
    kpis: [kpiResult('revenue', { unit: 'money', actual: '100' })],
  });

  test('no chart without data', () => {
    expect(chartsOf(bare)).toEqual([]);
    expect(foldedOf(bare)).toEqual([]);
  });

  test('no column of targets, comparisons or notes without any', () => {
    const kpis = bare.sections.find(({ label }) => label === 'KPIs')?.parts[0];
    expect(kpis && partLines(kpis)[0]).toBe('[KPIs] KPI | Actual');
  });

  test('no cohorts until they are asked for', () => {
    expect(bare.sections.map(({ label }) => label)).toEqual(['KPIs', 'Data quality', 'Definitions']);
    const list = [{ period: '2024-01', leftCensored: false, active: [4, 1], mature: 2 }];
    const asked = made({ cohorts: { grain: 'month', list } }).sections.find(({ label }) => label === 'Cohorts');
    expect(asked?.parts.flatMap(partLines)).toEqual([
      '[Share that bought again, by periods after the first] First month | Customers | +1',
      '2024-01 | 4 | 25%',
      'All | 4 | 25%',
    ]);
  });

  test('without targets bars of amounts, and no status', () => {
    const page = made(
      peopleOf([
        ['A', '300', null],
        ['B', '100', null],
      ]),
    );
    expect(chartOf(page, 'bars').bars.map(({ name, label }) => `${name} ${label}`)).toEqual(['A 300', 'B 100']);
    expect(chartsOf(page).some(({ kind }) => kind === 'bullet')).toBe(false);
  });

  test('steps of 0 are no steps', () => {
    const revenue = kpiResult('revenue', {
      unit: 'money',
      actual: '150',
      base: '120',
      rest: { details: { changeByCustomers: { fromNew: d('30'), fromLost: d('0') } } },
    });
    const page = made({ kpis: [revenue], gap: null, breakdown: [], by: [] });
    expect(chartOf(page, 'bridge').steps.map(({ name }) => name)).toEqual(['2023-Q1', 'New customers', '2024-Q1']);
  });
});

describe('price, volume and mix', () => {
  const ofRevenue = (details: KpiResult['details']) =>
    made({
      kpis: [kpiResult('revenue', { unit: 'money', actual: '150', base: '120', rest: { details } })],
      gap: null,
      breakdown: [],
      by: [],
      trend: [],
    });
  const parts = { fromPrice: d('-10.50'), fromVolume: d('40.50'), fromMix: d('0') };

  test('a chart whose steps are the whole change, its table, and what the words mean', () => {
    const page = ofRevenue({ changeByPriceVolumeMix: parts, priceVolumeMixBy: 'product' });
    const [section] = page.sections.filter(({ heading }) => heading.startsWith('What changed by price'));
    expect(section?.parts.map(({ kind }) => kind)).toEqual(['chart', 'text']);
    expect(section?.parts.flatMap(partLines).join('\n')).toContain('Price | -11 | 110 | -35.0%');
    const { steps } = chartOf(page, 'bridge');
    expect(steps.map(({ name }) => name)).toEqual(['2023-Q1', 'Price', 'Volume', '2024-Q1']);
    expect(steps.at(-2)?.to).toEqual(d('150.00'));
  });

  test('before what customers did', () => {
    const page = ofRevenue({
      changeByPriceVolumeMix: parts,
      priceVolumeMixBy: 'product',
      changeByCustomers: { fromNew: d('30') },
    });
    expect(page.sections.map(({ heading }) => heading.slice(0, 24)).slice(0, 2)).toEqual([
      'What changed by price an',
      'What changed by customer',
    ]);
  });

  test('none without quantities', () => {
    expect(chartsOf(ofRevenue({})).filter(({ kind }) => kind === 'bridge')).toEqual([]);
  });
});

describe('attainment', () => {
  test('best first, with the status as a word', () => {
    const { bars } = chartOf(made(), 'bullet');
    expect(bars.map(({ name, label }) => `${name} ${label}`)).toEqual([
      'Wang Fang 119.5% met',
      'Li Qiang 105.2% met',
      'Chen Jing 97.0% near',
      'Zhao Min 87.0% near',
      'Ouyang Mingri 70.0% below',
      'Liu Wei 55.0% below',
    ]);
  });

  test('of a hundred people the best and the last, the others together', () => {
    const people = Array.from({ length: 100 }, (_, index) => [`P${index}`, String(1000 - index), '1000'] as const);
    const page = made(peopleOf(people));
    const { bars } = chartOf(page, 'bullet');
    expect(bars).toHaveLength(24);
    expect(bars.map(({ name }) => name).slice(11, 14)).toEqual(['P11', '77 others', 'P89']);
    expect(bars.at(-1)?.name).toBe('P99');
    expect(foldedOf(page)).toHaveLength(100);
  });

  test('who has no target is in the table, not in the chart', () => {
    const page = made(
      peopleOf([
        ['A', '300', '200'],
        ['B', '100', null],
      ]),
    );
    expect(chartOf(page, 'bullet').bars.map(({ name }) => name)).toEqual(['A']);
    expect(pageText(page)).toContain('B | - | 100 | - | - | ');
  });

  test('a bar far beyond its target is cut, and its label is not', () => {
    const chart = chartOf(
      made(
        peopleOf([
          ['A', '5000', '100'],
          ['B', '90', '100'],
        ]),
      ),
      'bullet',
    );
    expect(chart.bars[0]?.label).toBe('5,000.0% met');
    expect([chart.longest, chart.note]).toEqual([d('2'), 'bars end at 200%']);
  });

  test('a percent is never rounded up to a target', () => {
    expect(chartOf(made(peopleOf([['A', '99996', '100000']])), 'bullet').bars[0]?.label).toBe('99.9% near');
  });
});

test('each person alone: own numbers only', () => {
  const folded = foldedOf(made());
  expect(folded.map(({ summary }) => summary)[5]).toBe('Liu Wei: 55.0% of target, CNY 675,000 short');
  const names = ['Wang Fang', 'Li Qiang', 'Zhao Min', 'Chen Jing', 'Ouyang Mingri', 'Liu Wei'];
  for (const [index, part] of folded.entries()) {
    const text = partLines(part).join('\n');
    expect(names.filter((name) => text.includes(name))).toHaveLength(1);
    expect(text.includes('2,868,000'), `${index}`).toBe(index === 0);
  }
});

describe('the bridge', () => {
  test('each step begins where the one before ended, and the last is the actual', () => {
    const { steps, cut } = chartOf(made(), 'bridge');
    for (const [index, step] of steps.entries()) {
      if (step.look !== 'end') expect(step.from).toEqual(steps[index - 1]?.to);
    }
    expect(steps.at(-1)?.to).toEqual(d('10577000'));
    expect(Number(cut?.to.units ?? 0)).toBeGreaterThan(0);
  });

  test('of many steps the largest, the others together, to the cent', () => {
    const parts = Array.from({ length: 40 }, (_, index) => ({
      by: { rep: `P${index}` },
      amount: d(`-${index + 1}.01`),
    }));
    const kpis = [kpiResult('revenue', { unit: 'money', actual: '1000', target: '1820.40' })];
    const page = made({ kpis, gap: { kpi: 'revenue', total: d('-820.40'), parts }, breakdown: [], by: [] });
    const { steps } = chartOf(page, 'bridge');
    expect(steps.map(({ name }) => name).slice(-2)).toEqual(['25 others', 'Actual']);
    expect(steps.at(-2)?.to).toEqual(d('1000.00'));
  });

  test('an axis that holds 0 anyway is whole', () => {
    const gap = { kpi: 'revenue', total: d('-90'), parts: [{ by: { rep: 'A' }, amount: d('-90') }] };
    const kpis = [kpiResult('revenue', { unit: 'money', actual: '10', target: '100' })];
    expect(chartOf(made({ kpis, gap, breakdown: [], by: [] }), 'bridge').cut).toBeNull();
  });
});

describe('the trend', () => {
  test('a sub-period that is not over is told from the others', () => {
    const asOf = dayOf(2024, 3, 12) ?? 0;
    const period = { ...exampleEvaluation().period, complete: false, completeBecause: null };
    const looks = new Map(chartOf(made({ asOf, period }), 'columns').columns.map(({ name, look }) => [name, look]));
    expect([looks.get('2023-12'), looks.get('2024-02'), looks.get('2024-03')]).toEqual([
      'earlier',
      'actual',
      'running',
    ]);
    expect(chartOf(made(), 'columns').columns.at(-1)?.look).toBe('actual');
  });

  test('the latest 25, marked by round numbers', () => {
    const trend = Array.from({ length: 30 }, (_, index) => ({
      period: `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      kpis: [kpiResult('revenue', { unit: 'money', actual: String(index * 100_000) })],
    }));
    const { columns, ticks } = chartOf(made({ trend }), 'columns');
    expect([columns.length, columns[0]?.name]).toEqual([25, '2020-06']);
    expect(ticks.map(({ label }) => label)).toEqual(['0.0', '1.0', '2.0', '3.0']);
  });

  test('in Chinese in 万', () => {
    const chart = chartOf(made({}, 'zh-CN'), 'columns');
    expect([chart.note, chart.columns.at(-1)?.label]).toEqual(['万元', '408']);
  });
});

test('data quality lists the worst 200 problems and says how many there are', () => {
  const [found] = exampleEvaluation().problems;
  if (found === undefined) throw new Error('no problem');
  const many = Array.from({ length: 500 }, () => ({ ...found, severity: 'warning' as const }));
  const page = made({ problems: [...many, found] });
  const quality = page.sections.find(({ label }) => label === 'Data quality')?.parts.flatMap(partLines) ?? [];
  expect(quality[2]).toMatch(/^error \| cell\/not-a-number/);
  expect(quality).toContain('200 of 501 are shown; --json lists all');
});
