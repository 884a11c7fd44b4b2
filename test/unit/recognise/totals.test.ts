import { describe, expect, test } from 'vitest';
import type { Mapping } from '../../../src/model/mapping.ts';
import { recognise } from '../../../src/recognise/recognise.ts';
import { textFile } from '../../support/raw-files.ts';

function mappingOf(lines: readonly string[]): Mapping {
  const [table] = recognise([textFile(lines)]).tables;
  if (!table) throw new Error('no table');
  return table.mapping;
}

const header = '单据编号 | 日期 | 客户 | 业务员 | 金额';

describe('rows that are no data', () => {
  test('are totals of what they span, in the middle and at the end', () => {
    const mapping = mappingOf([
      header,
      'A1 | 2024-01-05 | 甲 | 王芳 | 1.5',
      'A2 | 2024-01-06 | 乙 | 王芳 | 2.5',
      ' | | | 小计 | 4',
      'A3 | 2024-01-07 | 甲 | 刘伟 | 10',
      ' | | | 小计 | 10',
      '合计： | | | | 14',
    ]);
    expect([...mapping.roles]).toEqual([
      [3, 'total'],
      [5, 'total'],
      [6, 'total'],
    ]);
    expect(mapping.problems).toEqual([]);
  });

  test('are totals that stand above the rows', () => {
    expect([
      ...mappingOf([header, '合计 | | | | 4', 'A1 | 2024-01-05 | 甲 | 王 | 1.5', 'A2 | 2024-01-06 | 乙 | 王 | 2.5'])
        .roles,
    ]).toEqual([[1, 'total']]);
  });

  test('with another amount are said to be wrong', () => {
    const { roles, problems } = mappingOf([header, 'A1 | 2024-01-05 | 甲 | 王芳 | 1.5', 'Total | | | | 9.5']);
    expect([...roles]).toEqual([[2, 'total']]);
    expect(
      problems.map(({ code, severity, place, params }) => [code, severity, place.row, place.column, params]),
    ).toEqual([['table/total-mismatch', 'error', 3, 5, { label: 'Total', stated: '9.5', sum: '1.5' }]]);
  });

  test.each([
    ['a label that only contains a total word', 'A2 | 2024-01-06 | 合计商贸 | 王芳 | 1.5'],
    ['a customer called Total with its own keys', 'A2 | 2024-01-06 | Total | 王芳 | 1.5'],
    ['a date beside the label', 'Total | 2024-01-06 | | | 1.5'],
    ['no label', ' | | | | 1.5'],
    ['a name with a total word', '华东合计 | | | | 1.5'],
  ])('are not those with %s', (_, row) => {
    expect(mappingOf([header, 'A1 | 2024-01-05 | 甲 | 王芳 | 1.5', row]).roles.size).toBe(0);
  });

  test('are headings printed again', () => {
    expect([
      ...mappingOf([header, 'A1 | 2024-01-05 | 甲 | 王 | 1.5', header, 'A2 | 2024-01-06 | 乙 | 王 | 2.5']).roles,
    ]).toEqual([[2, 'repeated-heading']]);
  });

  test('are footers', () => {
    const mapping = mappingOf([
      'Opportunity Owner | Account Name | Opportunity Name | Stage | Amount | Close Date | Created Date',
      'Ann | A | Deal | Closed Won | 1.5 | 2024-01-05 | 2023-12-01',
      '',
      'Grand Totals (1 records)',
      'Confidential Information - Do Not Distribute',
      'Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.',
    ]);
    expect(mapping.dataset).toBe('deals');
    expect([...mapping.roles.values()]).toEqual(['footer', 'footer', 'footer']);
    expect([
      ...mappingOf([
        header,
        'A1 | 2024-01-05 | 甲 | 王 | 1.5',
        '合计 | | | | 1.5',
        '制表人：张三 | | 审核：李四',
      ]).roles.values(),
    ]).toEqual(['footer', 'total']);
  });

  test('are never rows that only lack cells', () => {
    expect(mappingOf([header, 'A1 | 2024-01-05 | 甲 | 王 | 1.5', 'A2']).roles.size).toBe(0);
  });
});
