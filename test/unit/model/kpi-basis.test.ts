/** What explanations say of a KPI is what `compute` does. */
import { describe, expect, test } from 'vitest';
import { historyOf } from '../../../src/compute/history.ts';
import { missingOf } from '../../../src/compute/kpi.ts';
import { kpis } from '../../../src/compute/kpis/index.ts';
import { streamsOf } from '../../../src/compute/streams.ts';
import { qualifiedTitle } from '../../../src/i18n/index.ts';
import { datasets } from '../../../src/model/fields.ts';
import { basisOf, headlineKpis } from '../../../src/model/kpi-basis.ts';
import { knownKpis } from '../../../src/model/kpi-traits.ts';
import { dataSetOf, ordersOf } from '../../support/facts.ts';

const history = historyOf(streamsOf(dataSetOf(ordersOf([{ orderDate: '2024-01-01', amount: '1' }])), {}), 0);
const fieldNames = new Set(
  Object.entries(datasets).flatMap(([dataset, fields]) => Object.keys(fields).map((field) => `${dataset}.${field}`)),
);

describe.each(kpis)('$id', (kpi) => {
  const needs = (basisOf(kpi.id)?.needs ?? []).flatMap((need) => need.split('|'));

  test('rolls up as it is computed', () => {
    expect(basisOf(kpi.id)?.rollUp).toBe(kpi.rollUp);
  });

  test('needs fields that there are, by names that people read', () => {
    expect(needs.filter((need) => !fieldNames.has(need))).toEqual([]);
    for (const need of [...needs, ...missingOf(kpi, history)]) {
      expect(qualifiedTitle(need, 'en')).toMatch(/^[a-z][a-z ]+$|KPI/);
      expect(qualifiedTitle(need, 'zh-CN')).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test('needs what orders of a day and an amount lack for it', () => {
    // Of deals that are not there at all the stage is named: it is what deals are known by.
    const told = missingOf(kpi, history).filter((name) => name !== 'deals.stage');
    expect(told.filter((name) => !needs.includes(name))).toEqual([]);
  });
});

test('the first look shows KPIs that there are', () => {
  expect([...headlineKpis].filter((id) => !knownKpis.includes(id))).toEqual([]);
});
