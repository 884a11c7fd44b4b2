import { describe, expect, test } from 'vitest';
import { toText } from '../../../../src/lib/decimal.ts';
import { parseIsoDay } from '../../../../src/model/day.ts';
import { stageUse } from '../../../../src/validate/datasets/stage-words.ts';
import { codes, dataSetOf, values } from '../../../support/data-set.ts';

const day = (text: string) => parseIsoDay(text) ?? Number.NaN;

describe('stages', () => {
  test.each([
    [
      'won',
      [
        'Won',
        'Closed Won',
        'closedwon',
        'CLOSED-WON',
        '赢单',
        '成交',
        '已签约',
        '5 - Closed Won',
        'Closed Won (Sales Pipeline)',
        '赢单(100%)',
      ],
    ],
    [
      'lost',
      ['Lost', 'closedlost', 'Closed Lost - Price', 'Closed-Lost to Competition', '输单', '丢单', '失败', 'Out-Sold'],
    ],
    ['dead', ['Disqualified', 'Duplicate', 'Canceled', '无效', '作废']],
    [
      'open',
      [
        'Prospecting',
        'Engaging',
        'Qualification',
        'Id. Decision Makers',
        'Proposal/Price Quote',
        'Negotiation/Review',
        '验证客户',
        '需求确定',
        '方案/报价',
        '谈判审核',
        'appointmentscheduled',
        'qualifiedtobuy',
        'decisionmakerboughtin',
        '03. Proposal (40%)',
        '未成交',
        'Not won yet',
      ],
    ],
    ['silent', ['正常', '审批中']],
    [undefined, ['', 'Parked', 'Closed', 'Wonder', '第三步']],
  ] as const)('%s', (use, words) => {
    expect(words.map((word) => [word, stageUse(word)])).toEqual(words.map((word) => [word, use]));
  });
});

describe('deals', () => {
  const header = 'Deal ID,Owner,Stage,Amount,Probability (%),Created Date,Close Date';

  test('have an outcome; what was to be their close date is expected while they are open', async () => {
    const data = await dataSetOf({
      'deals.csv': [
        header,
        'D1,Ann,Closed Won,100,100,2024-01-05,2024-02-01',
        'D2,Ann,Closed Lost,50,0,2024-01-05,2024-02-03',
        'D3,Bob,Negotiation,70.5,40,2024-01-07,2024-04-30',
        'D4,Bob,Duplicate,70,40,2024-01-07,2024-01-08',
        'D5,Bob,Prospecting,,10,,',
      ],
    });
    const { deals } = data.facts;
    expect(codes(data)).toEqual({});
    expect(values(deals, 'outcome')).toEqual(['won', 'lost', 'open', null, 'open']);
    expect([...(deals?.counts ?? [])]).toEqual([1, 1, 1, 0, 1]);
    expect([...(deals?.included ?? [])]).toEqual([1, 1, 1, 1, 1]);
    expect(deals?.refunded).toBeNull();
    expect(values(deals, 'closeDate')).toEqual([day('2024-02-01'), day('2024-02-03'), null, day('2024-01-08'), null]);
    expect(values(deals, 'expectedCloseDate')).toEqual([null, null, day('2024-04-30'), null, null]);
    expect(values(deals, 'probability')).toEqual(['1', '0', '0.4', '0.4', '0.1']);
    expect(values({ ...data.facts }.deals, 'amount')).toEqual(['100', '50', '70.5', '70', null]);
    expect(data.facts.orders).toBeNull();
    expect(data.tables[0]).toMatchObject({ factRows: [0, 5], leftOut: 0 });
    expect(data.tables[0]?.statuses.map(({ value, rows, amount, use }) => [value, rows, toText(amount), use])).toEqual([
      ['Closed Lost', 1, '50', 'lost'],
      ['Closed Won', 1, '100', 'won'],
      ['Duplicate', 1, '70', 'not-counted'],
      ['Negotiation', 1, '70.5', 'open'],
      ['Prospecting', 1, '0', 'open'],
    ]);
  });

  test('an expected close date of its own stays, and open deals have no close date', async () => {
    const data = await dataSetOf({
      'deals.csv': [
        'Deal ID,Deal Stage,Amount,Created Date,Close Date,Expected Close Date',
        'D1,赢单,100,2024-01-05,2024-02-01,2024-02-20',
        'D2,谈判审核,50,2024-01-05,2024-02-03,2024-05-01',
      ],
    });
    expect(values(data.facts.deals, 'closeDate')).toEqual([day('2024-02-01'), null]);
    expect(values(data.facts.deals, 'expectedCloseDate')).toEqual([day('2024-02-20'), day('2024-05-01')]);
  });

  test('status decides where it says something, else the stage', async () => {
    const data = await dataSetOf({
      'deals.csv': [
        '商机编号,商机阶段,生命状态,商机金额,创建时间,成交日期',
        '1,赢单,正常,100,2024-01-05,2024-02-01',
        '2,谈判审核,作废,50,2024-01-05,',
        '3,方案/报价,审批中,20,2024-01-05,',
        '4,,正常,7,2024-01-05,',
      ],
    });
    expect(values(data.facts.deals, 'outcome')).toEqual(['won', null, 'open', 'open']);
    expect(codes(data)).toEqual({});
  });

  test('a stage nobody knows is open, and reported once with rows and money', async () => {
    const data = await dataSetOf({
      'deals.csv': [
        header,
        'D1,Ann,Parked,100,,2024-01-05,2024-02-01',
        'D2,Ann,Parked,50,,2024-01-05,',
        'D3,Ann,Closed Won,50,,2024-01-05,2024-01-09',
      ],
    });
    expect(values(data.facts.deals, 'outcome')).toEqual(['open', 'open', 'won']);
    expect(data.problems).toMatchObject([
      { code: 'stage/unmapped', severity: 'warning', params: { stage: 'Parked', rows: 2, amount: '150' } },
    ]);
    expect(data.tables[0]?.statuses[0]).toMatchObject({ value: 'Parked', rows: 2, use: 'unmapped' });
  });

  test('cells that cannot be read take the row out; blank ones do not', async () => {
    const data = await dataSetOf({
      'deals.csv': [
        header,
        'D1,Ann,Closed Won,1O0,,2024-01-05,2024-02-01',
        'D2,Ann,Closed Won,50,,2024-02-30,2024-03-01',
        'D3,Ann,Closed Won,50,,2024-01-05,2024-02-31',
        'D4,Ann,Closed Won,7,,,2024-02-01',
        'D5,Ann,Duplicate,x,,,2024-02-01',
      ],
    });
    expect(
      data.leftOut.map(({ place, day: at, amount, code }) => [place.row, at, amount && toText(amount), code]),
    ).toEqual([
      [2, day('2024-02-01'), null, 'cell/not-a-number'],
      [3, day('2024-03-01'), '50', 'cell/no-such-date'],
      [4, day('2024-01-05'), '50', 'cell/no-such-date'],
    ]);
    expect(data.tables[0]).toMatchObject({ rows: 5, leftOut: 3 });
    expect([...(data.facts.deals?.included ?? [])]).toEqual([0, 0, 0, 1, 1]);
  });

  test('won before created is an error of the cycle only; closed without a date is one warning', async () => {
    const data = await dataSetOf({
      'deals.csv': [
        header,
        'D1,Ann,Closed Won,100,,2024-01-05,2024-01-04',
        'D2,Ann,Closed Lost,50,,2024-01-05,2024-01-04',
        'D3,Ann,Closed Won,40,,2024-01-05,',
        'D4,Ann,Closed Lost,2,,2024-01-05,',
      ],
    });
    expect(
      data.problems.map(({ code, severity, place, treatment, params }) => [
        code,
        severity,
        place.row,
        place.column,
        treatment,
        params,
      ]),
    ).toEqual([
      ['row/closed-without-date', 'warning', 4, 7, 'counted', { rows: 2, amount: '42' }],
      ['row/negative-cycle', 'error', 2, 7, 'ignored', { created: '2024-01-05', closed: '2024-01-04' }],
    ]);
    expect(data.leftOut).toEqual([]);
  });

  test('an id twice in one table is a warning; in two tables an overlap', async () => {
    const q1 = [header, 'D1,Ann,Closed Won,100,,2024-01-05,2024-01-14', 'D2,Ann,Negotiation,50,,2024-01-05,'];
    const one = await dataSetOf({ 'q1.csv': [...q1, 'D1,Ann,Closed Won,30,,2024-01-05,2024-01-14'] });
    expect(one.problems).toMatchObject([
      { code: 'row/repeated-deal', place: { row: 4 }, params: { rows: 1, amount: '30', example: 'D1', firstRow: 2 } },
    ]);
    const two = await dataSetOf({
      'q1.csv': q1,
      'q2.csv': [header, 'D2,Ann,Closed Won,55,,2024-01-05,2024-04-02', ',Ann,Negotiation,5,,2024-04-02,'],
    });
    expect(two.problems).toMatchObject([{ code: 'table/overlap', params: { rows: 1, amount: '55' } }]);
    expect(two.leftOut).toMatchObject([{ place: { file: 'q2.csv', row: 2 }, code: 'table/overlap' }]);
    expect(two.tables.map(({ factRows }) => factRows)).toEqual([
      [0, 2],
      [2, 4],
    ]);
  });

  test('several currencies cannot be added', async () => {
    const data = await dataSetOf({
      'deals.csv': [
        'Deal ID,Stage,Amount,Currency,Created Date',
        'D1,Negotiation,100,CNY,2024-01-05',
        'D2,Negotiation,100,CNY,2024-01-05',
        'D3,Negotiation,100,USD,2024-01-05',
      ],
    });
    expect(codes(data)).toEqual({ 'money/mixed-currency': 1 });
    expect([data.currency, data.leftOut.length]).toEqual(['CNY', 1]);
  });

  test('join people, customers and products; a key that is nearly one of the list is suggested, never used', async () => {
    const data = await dataSetOf({
      'pipeline.csv': [
        'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
        '1,Ann,GTX Plus,Acme,Won,2024-01-05,2024-02-01,10',
        '2,Bob,GTXPro,,Engaging,2024-01-05,,',
        '3,Bob,GTX Plus,Acme,Prospecting,,,',
      ],
      'teams.csv': ['sales_agent,manager,regional_office', 'Ann,Mia,East', 'Bob,Max,West', 'Cy,Max,West'],
      'accounts.csv': ['account,sector,employees', 'Acme,retail,12'],
      'products.csv': ['product,series,sales_price', 'GTX Plus,GTX,5', 'GTX Pro,GTX,7'],
    });
    const { deals } = data.facts;
    expect(values(deals, 'region')).toEqual(['East', 'West', 'West']);
    expect(values(deals, 'manager')).toEqual(['Mia', 'Max', 'Max']);
    expect(values(deals, 'sector')).toEqual(['retail', null, 'retail']);
    expect(values(deals, 'series')).toEqual(['GTX', null, 'GTX']);
    const reps = data.members.get('rep');
    expect(reps && 'size' in reps && Array.from({ length: reps.size }, (_, code) => reps.text(code))).toEqual([
      '',
      'Ann',
      'Bob',
      'Cy',
    ]);
    expect(data.problems).toMatchObject([
      {
        code: 'join/unmatched',
        severity: 'info',
        value: 'GTXPro',
        params: { field: 'product', dataset: 'products', keys: 1, rows: 1, amount: '0', near: ['GTX Pro'] },
      },
    ]);
  });

  test('what is expected counts until something came of it; winning and losing may have a day each', async () => {
    const dynamics = await dataSetOf({
      'opportunities.csv': [
        'Topic,Account,Est. Revenue,Actual Revenue,Status,Created On,Actual Close Date',
        'A,Acme,40000,45000,Won,2024-01-15,2024-02-14',
        'B,Best,5000.5,,Open,2024-01-15,',
      ],
    });
    expect(values(dynamics.facts.deals, 'amount')).toEqual(['45000', '5000.5']);
    const unread = await dataSetOf({
      'opportunities.csv': [
        'Topic,Account,Est. Revenue,Actual Revenue,Status,Created On',
        'A,Acme,4OOO,45000,Won,2024-01-15',
        'B,Best,5OOO,,Open,2024-01-15',
        'C,Best,7000,,Open,2024-01-15',
      ],
    });
    expect(unread.problems.filter(({ code }) => code === 'cell/not-a-number')).toMatchObject([
      { place: { row: 3, column: 3 }, heading: 'Est. Revenue', value: '5OOO', treatment: 'left-out' },
    ]);
    expect([...(unread.facts.deals?.included ?? [])]).toEqual([1, 0, 1]);
    const pipedrive = await dataSetOf({
      'deals.csv': [
        'Deal - Title,Deal - Value,Deal - Currency of value,Deal - Creation date,Deal - Won time,Deal - Lost time,Deal - Status',
        'A,45000,EUR,2024-01-15 09:00:00,2024-02-14 10:00:00,,Won',
        'B,4000,EUR,2024-01-15 09:00:00,,2024-03-01 10:00:00,Lost',
      ],
    });
    expect(values(pipedrive.facts.deals, 'closeDate')).toEqual([day('2024-02-14'), day('2024-03-01')]);
    expect(pipedrive.currency).toBe('EUR');
    expect([codes(dynamics), codes(pipedrive)]).toEqual([{}, {}]);
  });
});
