/** Whose export a table is: its own program's, nobody else's, and nobody's where the headings are anyone's. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { presetIds } from '../../../../src/model/preset-ids.ts';
import { foldHeading } from '../../../../src/recognise/fold.ts';
import { presets } from '../../../../src/recognise/presets/index.ts';
import { claimOf, claimsOn, type Headed, leastMargin } from '../../../../src/recognise/presets/match.ts';
import type { ExportFile } from '../../../support/exports/export-file.ts';
import { exportFiles } from '../../../support/exports/index.ts';

const headed = (parts: readonly string[]): Headed => ({
  heading: parts.join(' '),
  keys: [parts.join(' '), parts.at(-1) ?? '', parts[0] ?? ''].map((part) => foldHeading(part).key),
});

/** As `openSheet` has them: of two heading rows both. */
function columnsOf({ headings }: ExportFile): Headed[] {
  return (headings[0] ?? []).map((_, index) => headed(headings.map((row) => row[index] ?? '')));
}

test('every preset is listed once, in the order of its ids, and has an export to test it with', () => {
  expect(presets.map(({ id }) => id)).toEqual(presetIds);
  expect([...new Set(exportFiles.map(({ preset }) => preset))].toSorted()).toEqual([...presetIds].toSorted());
});

test('every table of every preset has an export to test it with', () => {
  const claimed = new Set(exportFiles.map((file) => claimOf(columnsOf(file))?.table));
  expect(presets.flatMap(({ tables }) => tables).filter((table) => !claimed.has(table))).toEqual([]);
});

describe.each(exportFiles)('$title', (file) => {
  const columns = columnsOf(file);

  test('belongs to its program, by more than the margin', () => {
    const [best, ...others] = claimsOn(columns);
    expect(best?.preset.id).toBe(file.preset);
    const rival = others.find(({ preset }) => preset.id !== file.preset)?.score ?? 0;
    expect((best?.score ?? 0) - rival).toBeGreaterThanOrEqual(leastMargin);
  });

  test('belongs to it whatever the order of its columns and whatever stands among them', () => {
    const custom = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.shuffledSubarray(columns, { minLength: columns.length }), custom, (shuffled, own) => {
        const mixed = [...shuffled, ...own.map((name) => headed([`Our ${name}`]))];
        expect(claimOf(mixed)?.preset.id).toBe(file.preset);
      }),
      { numRuns: 20 },
    );
  });
});

test.each([
  'Order ID|Order Date|Customer|Rep|Amount|Status',
  '订单号|下单日期|客户名称|业务员|金额|状态',
  '订单号|订单日期|客户|销售员|含税金额|状态',
  '单据编号|日期|客户|商品名称|数量|单价|金额|业务员',
  'Deal Name|Owner|Stage|Amount|Close Date|Created Date|Probability',
  'opportunity_id|sales_agent|product|account|deal_stage|engage_date|close_date|close_value',
  '商机名称|客户名称|负责人|阶段|金额|预计成交日期|创建时间',
  'Ticket ID|Subject|Status|Priority|Requester|Assignee|Created at|Solved at',
  'Order ID|Order Date|Customer ID|Order Status|Order Total|Payment Method|Refund Amount',
  'Order ID|Email|Financial Status|Paid at|Total|Lineitem quantity|Lineitem name|Lineitem price',
  'Sale Date|Item Name|Buyer|Quantity|Price|Discount Amount|Order Total|Transaction ID|Order ID',
  'Customer ID|Company name|Industry|Region|Created Date',
  '客户名称|负责人|行业|区域|创建时间',
  'Sales Person|Item Group|Month|Target',
  '部门|姓名|1月|2月|3月|合计',
])('belongs to nobody: %s', (headings) => {
  expect(claimOf(headings.split('|').map((heading) => headed([heading])))).toBeNull();
});
