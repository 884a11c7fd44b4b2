import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportNames } from '../../../../src/app/batch/report-names.ts';

test.each([
  [['beijing.xlsx'], ['beijing.xlsx']],
  [
    ['q1.csv', 'q1.xlsx'],
    ['q1-csv.xlsx', 'q1-xlsx.xlsx'],
  ],
  [
    ['index.csv', 'batch.csv'],
    ['index-csv.xlsx', 'batch-csv.xlsx'],
  ],
  [
    ['A.csv', 'a.csv'],
    ['A-csv.xlsx', 'a-csv-2.xlsx'],
  ],
  [['north/q1.v2.csv'], ['north-q1.v2.xlsx']],
  [
    ['../up.csv', 'a:b?.csv', '...'],
    ['up.xlsx', 'a-b-.xlsx', 'report.xlsx'],
  ],
])('%s', (names, reports) => {
  expect(reportNames(names)).toEqual(reports);
});

test('no two are one file on any system, and none leaves its folder or takes the place of the batch itself', () => {
  const name = fc.stringMatching(/^[aAbé./\\: -]{0,6}(index|batch|q1)?(\.csv|\.xlsx)?$/);
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 8 }), (names) => {
      const reports = reportNames(names).map((report) => report.normalize('NFC').toLowerCase());
      expect(new Set(reports).size).toBe(names.length);
      expect(reports.filter((report) => /[\\/:]|^\.|^(index|batch)\.xlsx$/.test(report))).toEqual([]);
    }),
  );
});
