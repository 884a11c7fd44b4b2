import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../../../src/model/day.ts';
import { recognise } from '../../../../src/recognise/recognise.ts';
import { buildDataSet } from '../../../../src/validate/build-data-set.ts';
import { readMoment } from '../../../../src/validate/cells/moment.ts';
import { satisfactionOf } from '../../../../src/validate/datasets/satisfaction-words.ts';
import { codes, dataSetOf, values } from '../../../support/data-set.ts';
import { rawTable } from '../../../support/raw-tables.ts';

describe('moments', () => {
  const at = (hour: number, minute: number, second = 0) => hour * 3600 + minute * 60 + second;
  test.each([
    ['2024-01-05 14:15:33', at(14, 15, 33), null],
    ['2024/1/5 9:05', at(9, 5), null],
    ['2024-01-05T14:15:33+01:00', at(14, 15, 33), 3600],
    ['2024-01-05T14:15:33.400Z', at(14, 15, 33), 0],
    ['2012-01-01 11:13:25 -0500', at(11, 13, 25), -18_000],
    ['3/5/2026, 2:15 PM', at(14, 15), null],
    ['3/5/2026 12:15 a.m.', at(0, 15), null],
    ['2024年1月5日 上午9:30', at(9, 30), null],
    ['2024-01-05 下午1:05:09', at(13, 5, 9), null],
    ['2024-01-05 下午12:05', at(12, 5), null],
    ['2024-01-05 14点15分', at(14, 15), null],
    ['20240105083001', at(8, 30, 1), null],
    ['45296.5', at(12, 0), null],
    ['2024-01-05', null, null],
    ['5 Jan 2024', null, null],
  ])('%s', (text, time, offset) => {
    expect(readMoment(text)).toEqual({ time, offset });
  });
});

test.each([
  [
    'yes',
    [
      '4',
      '5',
      '4.5',
      '5/5',
      '5星',
      '★★★★★',
      '★★★★☆',
      'Good',
      'satisfied',
      '满意',
      '非常满意',
      '很满意',
      'great',
      'positive',
    ],
  ],
  ['no', ['1', '3', '★★★☆☆', 'bad', 'Dissatisfied', '不满意', '一般', 'neutral']],
  ['', ['', 'Offered', 'Unoffered', '未评价', '0', '-']],
  ['unknown', ['so-so', '9', '87%']],
] as const)('satisfied: %s', (meaning, answers) => {
  expect(answers.map((answer) => [answer, satisfactionOf(answer)])).toEqual(answers.map((answer) => [answer, meaning]));
});

describe('tickets', () => {
  const header = 'Ticket ID,Requester,Assignee,Created at,First response at,Solved at,Satisfaction';

  test('know how long an answer and a solution took, to the second', async () => {
    const data = await dataSetOf({
      'tickets.csv': [
        header,
        'T1,Acme,Ann,2024-01-05 10:00:00,2024-01-05 10:00:45,2024-01-06 09:00:00,good',
        'T2,Acme,Bob,2024-01-05 23:50,2024-01-06 00:10,,bad',
        'T3,Best,Bob,2024-01-05 10:00,2024-01-05,2024-01-05 11:00,offered',
        'T4,Best,Bob,2024-01-05 10:00,,2024-01-05 09:00,meh',
      ],
    });
    const { tickets } = data.facts;
    expect(values(tickets, 'firstResponseSeconds')).toEqual(['45', '1200', null, null]);
    expect(values(tickets, 'resolutionSeconds')).toEqual(['82800', null, '3600', null]);
    expect(values(tickets, 'createdAt')).toEqual(Array(4).fill(parseIsoDay('2024-01-05')));
    expect(values(tickets, 'satisfied')).toEqual(['yes', 'no', null, null]);
    expect(data.problems).toMatchObject([
      {
        code: 'row/negative-duration',
        severity: 'error',
        place: { row: 5, column: 6 },
        params: { from: '2024-01-05 10:00', to: '2024-01-05 09:00' },
      },
      { code: 'satisfaction/unmapped', params: { answer: 'meh', rows: 1 } },
    ]);
    expect(data.leftOut).toEqual([]);
  });

  test('offsets are told apart; without any time of day whole days count', async () => {
    const zoned = await dataSetOf({
      'tickets.csv': [
        header,
        'T1,Acme,Ann,2024-01-05T10:00:00+01:00,2024-01-05T10:30:00+02:00,2024-01-05T11:30:00+02:00,5',
      ],
    });
    expect(codes(zoned)).toEqual({ 'row/negative-duration': 1 });
    expect(values(zoned.facts.tickets, 'resolutionSeconds')).toEqual(['1800']);
    const days = await dataSetOf({ 'tickets.csv': [header, 'T1,Acme,Ann,2024-01-05,2024-01-05,2024-01-08,5'] });
    expect(values(days.facts.tickets, 'firstResponseSeconds')).toEqual(['0']);
    expect(values(days.facts.tickets, 'resolutionSeconds')).toEqual(['259200']);
  });

  test('serials of workbooks are rounded to the second', () => {
    const raw = rawTable([
      ['Ticket ID', 'Created at', 'First response at', 'Solved at'],
      ['T1', { day: '2024-01-05' }, { day: '2024-01-05' }, { day: '2024-01-06' }],
      ['T2', { day: '2024-01-05' }, { day: '2024-01-05' }, { day: '2024-01-07' }],
    ]);
    const [, created, first] = raw.columns;
    if (created) created.values[1] = (created.values[1] ?? 0) + 0.416666666666667;
    if (first) first.values[1] = (first.values[1] ?? 0) + 0.4173611111;
    const file = {
      path: 't.xlsx',
      sha256: '',
      bytes: 0,
      format: 'xlsx',
      encoding: null,
      delimiter: null,
      lineEnding: null,
      tables: [raw],
      notes: [],
    } as const;
    const data = buildDataSet(recognise([file], {}), [file], {});
    // T2 was made at midnight sharp: its column has times of day. Solved at has none.
    expect(values(data.facts.tickets, 'firstResponseSeconds')).toEqual(['60', '0']);
    expect(values(data.facts.tickets, 'resolutionSeconds')).toEqual([null, null]);
  });

  test('agents are people, requesters customers', async () => {
    const data = await dataSetOf({
      'tickets.csv': [header, 'T1,Acme,Ann,2024-01-05 10:00,,,', 'T2,Best,Bob,2024-01-05 10:00,,,'],
      'people.csv': ['Name,Team,From', 'Ann,North,2023-01-01', 'Bob,South,2024-02-01', 'Cy,South,2023-01-01'],
      'customers.csv': ['Customer,Industry', 'Acme,retail', 'Best,energy'],
    });
    expect(values(data.facts.tickets, 'rep')).toEqual(['Ann', 'Bob']);
    expect(values(data.facts.tickets, 'agent')).toEqual(['Ann', 'Bob']);
    expect(values(data.facts.tickets, 'team')).toEqual(['North', null]);
    expect(values(data.facts.tickets, 'industry')).toEqual(['retail', 'energy']);
    expect(codes(data)).toEqual({});
  });

  test('need to know when they were made; an id in two tables is an overlap', async () => {
    const rows = [header, 'T1,Acme,Ann,2024-01-05 10:00,,,', 'T2,Acme,Ann,,,,', 'T3,Acme,Ann,2024-13-05 10:00,,,'];
    const data = await dataSetOf({
      'a.csv': rows,
      'b.csv': [header, 'T1,Acme,Zoe,2024-01-05 10:00,,2024-02-01 10:00,'],
    });
    expect(codes(data)).toEqual({ 'cell/no-such-date': 1, 'cell/required': 1, 'table/overlap': 1 });
    expect(data.leftOut.map(({ place }) => [place.file, place.row])).toEqual([
      ['a.csv', 4],
      ['a.csv', 3],
      ['b.csv', 2],
    ]);
    expect(data.tables.map(({ factRows, leftOut }) => [factRows, leftOut])).toEqual([
      [[0, 3], 2],
      [[3, 4], 1],
    ]);
  });
});
