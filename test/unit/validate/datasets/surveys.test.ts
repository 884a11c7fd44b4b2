import { describe, expect, test } from 'vitest';
import { codes, dataSetOf, values } from '../../../support/data-set.ts';

describe('surveys', () => {
  test('the column says which question was asked', async () => {
    const data = await dataSetOf({
      'answers.csv': [
        'Survey Date,Customer ID,Score,Survey Type,Comment',
        '2024-01-05,C1,9,NPS,',
        '2024-01-05,C2,4,满意度,fine',
        '2024-01-06,C3,6,CSAT,',
        '2024-01-07,C4,11,nps,',
        '2024-01-07,C5,7.5,nps,',
        '2024-01-08,C6,,csat,no answer',
      ],
      'customers.csv': ['Customer ID,Customer Name,Owner', 'C1,Acme,Ann', 'C2,Best,Bob', 'C6,Cole,Bob'],
    });
    const { surveys } = data.facts;
    expect(values(surveys, 'kind')).toEqual(['nps', 'csat', 'csat', 'nps', 'nps', 'csat']);
    expect(values(surveys, 'score')).toEqual(['9', '4', '6', '11', '7.5', null]);
    expect([...(surveys?.included ?? [])]).toEqual([1, 1, 0, 0, 0, 1]);
    expect(values(surveys, 'customerName').slice(0, 2)).toEqual(['Acme', 'Best']);
    expect(values(surveys, 'rep').slice(0, 2)).toEqual(['Ann', 'Bob']);
    expect(data.problems.filter(({ code }) => code === 'cell/out-of-range')).toMatchObject([
      { place: { row: 4, column: 3 }, value: '6', params: { lowest: '1', highest: '5' }, treatment: 'left-out' },
      { place: { row: 5 }, value: '11', params: { lowest: '0', highest: '10' } },
      { place: { row: 6 }, value: '7.5' },
    ]);
    expect(data.leftOut.length).toBe(3);
  });

  test.each([
    ['nps', 'a.csv', 'NPS', ['3', '4']],
    ['nps', 'nps-2024.csv', 'Score', ['3', '4']],
    ['csat', 'csat.csv', 'Score', ['3', '4']],
    ['csat', 'a.csv', 'Score', ['3', '5']],
    ['nps', 'a.csv', 'Score', ['3', '6']],
    ['nps', 'a.csv', '推荐分', ['1', '2']],
  ])('%s of %s, %s', async (kind, file, heading, scores) => {
    const data = await dataSetOf({
      [file]: [
        `Date,Customer ID,${heading},Comment`,
        ...scores.map((score, index) => `2024-01-0${index + 1},C${index},${score},x`),
      ],
    });
    expect(values(data.facts.surveys, 'kind')).toEqual([kind, kind]);
    expect(codes(data)).toEqual({});
  });
});
