/** Whether targets of KPIs that a config defines add up. */
import { expect, test } from 'vitest';
import { readSettings } from '../../../src/config/settings.ts';
import { traitsOf } from '../../../src/model/kpi-traits.ts';

test.each([
  ['simple: { sum: amount }', 'sum'],
  ['simple: { count: orderId }', 'sum'],
  ['simple: { countDistinct: customerId }', 'none'],
  ['ratio: { of: { sum: amount }, to: { sum: listAmount } }', 'none'],
  ['derived: revenue - 0.2 * collected', 'sum'],
  ['derived: -(revenue + collected) / 2', 'sum'],
  ['derived: revenue / orders', 'none'],
  ['derived: revenue + 5', 'none'],
  ['derived: revenue * collected', 'none'],
  ['cumulative: { of: revenue }', 'stock'],
])('%s: %s', async (entry, adds) => {
  const text = `kpis: { mine: { ${entry} } }\n`;
  const { compute } = await readSettings('c.yaml', () => Promise.resolve({ text, sha256: '' }));
  expect(traitsOf('mine', compute.ownKpis)?.targets).toBe(adds);
});
