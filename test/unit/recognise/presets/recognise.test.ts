/** What a preset changes in recognition, and what it leaves alone. */
import { describe, expect, test } from 'vitest';
import type { RecogniseOptions } from '../../../../src/model/options.ts';
import { recognise } from '../../../../src/recognise/recognise.ts';
import { textFile } from '../../../support/raw-files.ts';

function mappingOf(lines: readonly string[], options: RecogniseOptions = {}) {
  const mapping = recognise([textFile(lines, 'x.csv')], options).tables[0]?.mapping;
  if (!mapping) throw new Error('no table');
  const fields = Object.fromEntries(mapping.columns.flatMap(({ field, heading }) => (field ? [[field, heading]] : [])));
  return { ...mapping, fields, codes: mapping.problems.map(({ code }) => code) };
}

const dynamics = [
  '(Do Not Modify) Opportunity|(Do Not Modify) Row Checksum|(Do Not Modify) Modified On|Topic|Account|Est. Close Date|Est. Revenue|Status|Owner|Created On',
  '{1}|x=|2024-01-05|T|A|2024-02-05|5.5|Open|Ann|2024-01-01',
];

describe('what the user says goes first', () => {
  test('of a column', () => {
    const { fields, preset } = mappingOf(dynamics, { columns: new Map([['dealId', 'Topic']]) });
    expect(preset).toBe('dynamics-365');
    expect(fields).toMatchObject({ dealId: 'Topic' });
  });

  test('of a column that the preset would not use', () => {
    const { fields } = mappingOf(dynamics, { columns: new Map([['createdDate', '(Do Not Modify) Modified On']]) });
    expect(fields).toMatchObject({ createdDate: '(Do Not Modify) Modified On' });
  });

  test('of a table', () => {
    const history = ['Opportunity Name|From Stage|To Stage|Amount|Last Modified', 'D|Proposal|Closed Won|5|2024-01-05'];
    const as = [{ dataset: 'orders', file: 'x.csv', sheet: null }] as const;
    expect(mappingOf(history)).toMatchObject({ preset: 'salesforce', dataset: null, codes: ['table/not-read'] });
    expect(mappingOf(history, { as }).dataset).toBe('orders');
  });
});

test('one heading twice is still in doubt', () => {
  const { codes, fields } = mappingOf([
    'Name|Name|Financial Status|Created at|Total|Lineitem quantity|Lineitem name|Lineitem price|Fulfillment Status|Shipping|Refunded Amount|Refunded Amount',
    '#1|Ann|paid|2024-01-05|10.00|1|Pen|10.00|fulfilled|0.00|0.00|0.00',
  ]);
  expect(codes).toContain('header/repeated-heading');
  expect(fields).not.toHaveProperty('refundedAmount');
});

test('a table of a known program that lacks what its dataset needs is judged like any other', () => {
  const { preset, dataset, codes } = mappingOf([
    'Record ID|Deal Name|Deal Stage|Deal owner|Amount|Pipeline',
    '1|D|closedwon|Ann|5|P',
  ]);
  expect({ preset, dataset }).toEqual({ preset: 'hubspot', dataset: null });
  expect(codes).toContain('header/missing-column');
});

describe('rows that head a group', () => {
  const heading = 'Order Reference|Order Date|Customer|Salesperson|Sales Team|Total|Status';
  const orders = ['S1|2024-01-05|A|Ann|Europe|70|Sales Order', 'S2|2024-01-06|B|Ann|Europe|30|Sales Order'];

  test('are totals where as many rows follow', () => {
    const { roles, codes } = mappingOf([heading, 'Ann (2)|||||100|', ...orders]);
    expect([...roles]).toEqual([[1, 'total']]);
    expect(codes).not.toContain('table/total-mismatch');
  });

  test('are reported where the money is another', () => {
    expect(mappingOf([heading, 'Ann (2)|||||101|', ...orders]).codes).toContain('table/total-mismatch');
  });

  test('are data where another number of rows follows', () => {
    expect(mappingOf([heading, 'Ann (3)|||||100|', ...orders]).roles.size).toBe(0);
  });

  test('may stand in groups', () => {
    const { roles, codes } = mappingOf([heading, 'Europe (2)|||||100|', 'Ann (2)|||||100|', ...orders]);
    expect([...roles]).toEqual([
      [1, 'total'],
      [2, 'total'],
    ]);
    expect(codes).not.toContain('table/total-mismatch');
  });

  test('are nothing in other tables', () => {
    const generic = 'Order ID|Order Date|Customer|Amount';
    expect(mappingOf([generic, 'Ann (1)|||70', 'S1|2024-01-05|A|70']).roles.size).toBe(0);
  });
});

test('the currency of an amount is the one beside it', () => {
  const { fields } = mappingOf([
    'Opportunity Owner|Account Name|Opportunity Name|Stage|Expected Revenue Currency|Expected Revenue|Amount Currency|Amount|Close Date|Fiscal Period',
    'Ann|A|D|Closed Won|EUR|3|USD|5|2024-01-05|Q1-2024',
  ]);
  expect(fields).toMatchObject({ amount: 'Amount', currency: 'Amount Currency' });
});
