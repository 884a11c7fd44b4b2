/** Exports of CRMs, in the shapes that their users see. */
import type { ExportFile, Row } from './export-file.ts';
import { chinese, type Deal, type Ended, english, figuresOfDeals, someDeals } from './records.ts';

const deals = someDeals(english);
const dealsZh = someDeals(chinese);
const figures = figuresOfDeals(deals);
const figuresZh = figuresOfDeals(dealsZh);

const american = (iso: string) => `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`;
const short = (iso: string) => `${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}/${iso.slice(0, 4)}`;
const grouped = (amount: number) => amount.toLocaleString('en-US');

const bySeller: Readonly<Record<Ended, string>> = {
  won: 'Closed Won',
  lost: 'Closed Lost',
  open: 'Negotiation/Review',
  dead: 'Disqualified',
};

/** The record of the customer, as the list of accounts has it. */
const accountId = ({ customer }: Deal) => `zcrm_3${english.customers.indexOf(customer)}`;

/** The rows, then one whose amount has a letter in it. */
function withBadAmount(all: readonly Deal[], row: (deal: Deal, amount: string) => Row): Row[] {
  const [first] = all;
  if (!first) return [];
  const bad: Deal = { ...first, number: 9999, name: `${first.name} X`, ended: 'won' };
  return [...all.map((deal) => row(deal, String(deal.amount))), row(bad, '12O0')];
}

const zohoDeals: ExportFile = {
  title: 'Zoho CRM deals',
  path: 'Deals_2024_04_01.csv',
  preset: 'zoho',
  dataset: 'deals',
  form: { quotesAll: true },
  headings: [
    [
      ...['Record Id', 'Deal Owner.id', 'Deal Owner', 'Amount', 'Deal Name', 'Closing Date', 'Account Name.id'],
      ...['Account Name', 'Stage', 'Type', 'Probability (%)', 'Expected Revenue', 'Next Step', 'Lead Source'],
      ...['Campaign Source', 'Contact Name', 'Created By', 'Modified By', 'Created Time', 'Modified Time', 'Tag'],
      ...['Currency', 'Exchange Rate', 'Description', 'Lead Conversion Time', 'Sales Cycle Duration'],
      'Overall Sales Duration',
    ],
  ],
  rows: withBadAmount(deals, (deal, amount) => [
    ...[
      `zcrm_${deal.number}`,
      'zcrm_77',
      deal.rep,
      amount,
      deal.name,
      american(deal.close),
      accountId(deal),
      deal.customer,
    ],
    ...[{ ...bySeller, lost: 'Closed Lost to Competition' }[deal.ended], 'New Business', String(deal.probability)],
    ...[String((deal.amount * deal.probability) / 100), '', 'Web', '', '', deal.rep, deal.rep],
    ...[`${american(deal.created)} 09:30 AM`, `${american(deal.close)} 10:00 AM`, '', 'USD', '1', '', '', '12', '30'],
  ]),
  fields: {
    dealId: 'Record Id',
    rep: 'Deal Owner',
    dealName: 'Deal Name',
    customerName: 'Account Name',
    stage: 'Stage',
    amount: 'Amount',
    closeDate: 'Closing Date',
    createdDate: 'Created Time',
    probability: 'Probability (%)',
  },
  figures,
  planted: 'cell/not-a-number',
};

const zohoDealsZh: ExportFile = {
  title: 'Zoho CRM deals in Chinese',
  path: '商机.csv',
  preset: 'zoho',
  dataset: 'deals',
  form: { encoding: 'utf-8-bom' },
  headings: [['商机所有者', '商机名称', '客户名称', '阶段', '金额', '结束日期', '可能性(%)', '预期收入', '创建时间']],
  rows: withBadAmount(dealsZh, (deal, amount) => [
    ...[deal.rep, deal.name, deal.customer],
    { won: '关闭赢单', lost: '关闭输单', open: '谈判/复审', dead: '无效' }[deal.ended],
    ...[amount, deal.close, String(deal.probability), '0', `${deal.created} 09:30:00`],
  ]),
  fields: {
    rep: '商机所有者',
    dealName: '商机名称',
    customerName: '客户名称',
    stage: '阶段',
    amount: '金额',
    closeDate: '结束日期',
    probability: '可能性(%)',
  },
  figures: figuresZh,
  planted: 'cell/not-a-number',
};

const zohoBulk: ExportFile = {
  title: 'Zoho CRM bulk read of deals',
  path: 'bulk.csv',
  preset: 'zoho',
  dataset: 'deals',
  headings: [
    [
      ...['Id', 'Owner', 'Deal_Name', 'Account_Name.id', 'Amount', 'Stage', 'Closing_Date', 'Created_Time'],
      ...['Modified_Time', 'Expected_Revenue', 'Probability', 'Lead_Source'],
    ],
  ],
  rows: withBadAmount(deals, (deal, amount) => [
    ...[`41500000${deal.number}`, '4150000000077', deal.name, accountId(deal), amount, bySeller[deal.ended]],
    ...[deal.close, `${deal.created}T09:30:00+08:00`, `${deal.close}T10:00:00+08:00`, '0', String(deal.probability)],
    'Web',
  ]),
  fields: {
    dealId: 'Id',
    dealName: 'Deal_Name',
    customerId: 'Account_Name.id',
    amount: 'Amount',
    stage: 'Stage',
    closeDate: 'Closing_Date',
    createdDate: 'Created_Time',
  },
  figures,
  planted: 'cell/not-a-number',
};

const zohoPotentials: ExportFile = {
  title: 'Zoho CRM potentials',
  path: 'Potentials.csv',
  preset: 'zoho',
  dataset: 'deals',
  headings: [
    [
      ...['Potential Id', 'Potential Owner', 'Potential Name', 'Account Name', 'Type', 'Lead Source', 'Amount'],
      ...['Closing Date', 'Next Step', 'Stage', 'Probability (%)', 'Expected Revenue', 'Created Time'],
    ],
  ],
  rows: withBadAmount(deals, (deal, amount) => [
    ...[`zcrm_${deal.number}`, deal.rep, deal.name, deal.customer, 'Existing Business', 'Web', amount],
    ...[american(deal.close), '', bySeller[deal.ended], String(deal.probability), '0', american(deal.created)],
  ]),
  fields: {
    dealId: 'Potential Id',
    rep: 'Potential Owner',
    dealName: 'Potential Name',
    stage: 'Stage',
    closeDate: 'Closing Date',
    amount: 'Amount',
  },
  figures,
  planted: 'cell/not-a-number',
};

const zohoAccounts: ExportFile = {
  title: 'Zoho CRM accounts',
  path: 'Accounts.csv',
  preset: 'zoho',
  dataset: 'customers',
  headings: [
    [
      ...['Record Id', 'Account Owner.id', 'Account Owner', 'Account Name', 'Phone', 'Account Site', 'Account Number'],
      ...['Account Type', 'Industry', 'Annual Revenue', 'Created By', 'Created Time', 'Modified Time', 'Tag'],
    ],
  ],
  rows: [...english.customers, 'Gorse'].map((customer, index) => [
    ...[
      `zcrm_3${index % english.customers.length}`,
      'zcrm_77',
      'Ann Lee',
      customer,
      '',
      '',
      '0',
      'Customer',
      'Trade',
      '0',
      'Ann Lee',
    ],
    ...['01/15/2023 09:30 AM', '01/15/2024 09:30 AM', ''],
  ]),
  fields: { customerName: 'Account Name', customerId: 'Record Id', rep: 'Account Owner', industry: 'Industry' },
  beside: 'Zoho CRM deals',
  planted: 'row/duplicate-key',
};

const fxiaokeDeals: ExportFile = {
  title: '纷享销客商机2.0',
  path: '商机2.0.csv',
  preset: 'fxiaoke',
  dataset: 'deals',
  form: { encoding: 'utf-8-bom' },
  headings: [
    [
      ...['商机名称（必填）', '客户名称(必填)', '销售流程', '商机阶段', '商机金额', '赢率', '预计成交日期', '预测金额'],
      ...['输单原因', '负责人（必填）', '负责人主属部门', '归属部门', '外部负责人', '业务类型', '创建人', '创建时间'],
      ...['最后修改人', '最后修改时间', '生命状态', '锁定状态', '作废前生命状态', '负责人变更时间'],
    ],
  ],
  rows: withBadAmount(dealsZh, (deal, amount) => [
    ...[
      deal.name,
      deal.customer,
      '默认流程',
      { won: '赢单', lost: '输单', open: '方案/报价', dead: '无效' }[deal.ended],
    ],
    ...[amount, `${deal.probability}%`, deal.close, '0', deal.ended === 'lost' ? '价格' : '', deal.rep, '销售一部'],
    ...['销售一部', '', '预设业务类型', deal.rep, `${deal.created} 09:30`, deal.rep, `${deal.close} 10:00`, '正常'],
    ...['未锁定', '', ''],
  ]),
  fields: {
    dealName: '商机名称（必填）',
    customerName: '客户名称(必填)',
    stage: '商机阶段',
    amount: '商机金额',
    rep: '负责人（必填）',
    team: '归属部门',
    createdDate: '创建时间',
    closeDate: '预计成交日期',
  },
  figures: figuresZh,
  planted: 'cell/not-a-number',
};

const fxiaokeCustomers: ExportFile = {
  title: '纷享销客客户',
  path: '客户.csv',
  preset: 'fxiaoke',
  dataset: 'customers',
  form: { encoding: 'utf-8-bom' },
  headings: [
    [
      ...[
        '客户名称（必填）',
        '负责人（必填）',
        '负责人主属部门',
        '归属部门',
        '业务类型',
        '成交状态',
        '创建人',
        '创建时间',
      ],
      ...['最后修改人', '最后修改时间', '生命状态', '锁定状态', '作废前生命状态', '负责人变更时间'],
    ],
  ],
  rows: [...chinese.customers, chinese.customers[0] ?? ''].map((customer) => [
    ...[customer, '企业名.王芳', '销售一部', '销售一部', '预设业务类型', '已成交', '王芳', '2023-05-06 09:30', '王芳'],
    ...['2024-01-02 10:00', '正常', '未锁定', '', ''],
  ]),
  fields: { customerName: '客户名称（必填）', rep: '负责人（必填）', createdDate: '创建时间' },
  beside: '纷享销客商机2.0',
  planted: 'row/duplicate-key',
};

const fxiaokeTargets: ExportFile = {
  title: '纷享销客目标',
  path: '2024年目标.csv',
  preset: 'fxiaoke',
  dataset: 'targets',
  form: { encoding: 'utf-8-bom' },
  headings: [
    ['目标规则', '部门/人员', '年度目标值', ...Array.from({ length: 12 }, (_, month) => `${month + 1}月目标值`)],
  ],
  rows: [...chinese.reps, '刘伟'].map((rep) => {
    const months = Array.from({ length: 12 }, (_, month) => (rep === '刘伟' && month === 10 ? '1O00' : '1000'));
    return ['年度销售额', rep, '12000', ...months];
  }),
  fields: { name: '部门/人员' },
  target: 12_000,
  beside: '纷享销客销售订单',
  planted: 'cell/not-a-number',
};

const salesforceFooters: readonly Row[] = [
  [],
  [`Grand Totals (${deals.length + 1} records)`],
  ['Confidential Information - Do Not Distribute'],
  ['Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.'],
];

const salesforceReport: ExportFile = {
  title: 'Salesforce opportunity report',
  path: 'report1711900000000.csv',
  preset: 'salesforce',
  dataset: 'deals',
  form: { quotesAll: true },
  headings: [
    [
      ...['Opportunity Owner', 'Account Name', 'Opportunity Name', 'Stage', 'Fiscal Period', 'Amount'],
      ...['Probability (%)', 'Age', 'Close Date', 'Created Date', 'Next Step', 'Lead Source', 'Type'],
    ],
  ],
  rows: withBadAmount(deals, (deal, amount) => [
    ...[deal.rep, deal.customer, deal.name, bySeller[deal.ended], 'Q1-2024', amount, `${deal.probability}%`, '30'],
    ...[short(deal.close), short(deal.created), '', 'Web', 'New Business'],
  ]),
  after: salesforceFooters,
  fields: {
    rep: 'Opportunity Owner',
    customerName: 'Account Name',
    dealName: 'Opportunity Name',
    stage: 'Stage',
    amount: 'Amount',
    closeDate: 'Close Date',
    createdDate: 'Created Date',
  },
  figures,
  planted: 'cell/not-a-number',
};

const salesforceCurrencies: ExportFile = {
  title: 'Salesforce opportunity report with currency columns',
  path: 'report1711900000001.csv',
  preset: 'salesforce',
  dataset: 'deals',
  form: { quotesAll: true },
  headings: [
    [
      ...['Territory Region', 'Opportunity Owner', 'Account Name', 'Opportunity Name', 'Stage', 'Forecast Category'],
      ...['Total Amount Currency', 'Total Amount', 'Expected Revenue Currency', 'Expected Revenue', 'Fiscal Period'],
      ...['Close Date', 'Created Date', 'Type'],
    ],
  ],
  rows: withBadAmount(deals, (deal, amount) => [
    ...['EMEA', deal.rep, deal.customer, deal.name, bySeller[deal.ended], 'Pipeline', 'USD'],
    ...[amount === String(deal.amount) ? `$${grouped(deal.amount)}` : amount, 'USD', '$0', 'FY26-Q3'],
    ...[short(deal.close), short(deal.created), 'New Business'],
  ]),
  after: salesforceFooters,
  fields: {
    region: 'Territory Region',
    rep: 'Opportunity Owner',
    stage: 'Stage',
    amount: 'Total Amount',
    currency: 'Total Amount Currency',
    closeDate: 'Close Date',
    forecastCategory: 'Forecast Category',
  },
  figures,
  planted: 'cell/not-a-number',
};

const stageHistory: ExportFile = {
  title: 'Salesforce opportunity history',
  path: 'history.csv',
  preset: 'salesforce',
  dataset: null,
  form: { quotesAll: true },
  headings: [
    ['Opportunity Name', 'Opportunity Owner', 'From Stage', 'To Stage', 'Amount', 'Close Date', 'Last Modified'],
  ],
  rows: deals.map((deal) => [
    ...[deal.name, deal.rep, 'Proposal', bySeller[deal.ended], String(deal.amount), short(deal.close)],
    short(deal.close),
  ]),
  after: salesforceFooters,
  fields: {},
  planted: 'table/not-read',
};

const fieldHistory: ExportFile = {
  title: 'Salesforce field history',
  path: 'field-history.csv',
  preset: 'salesforce',
  dataset: null,
  form: { quotesAll: true },
  headings: [['Opportunity Name', 'Edited By', 'Field / Event', 'Old Value', 'New Value', 'Edit Date']],
  rows: deals.map((deal) => [deal.name, deal.rep, 'Stage', 'Proposal', bySeller[deal.ended], short(deal.close)]),
  fields: {},
  planted: 'table/not-read',
};

const hubspotStage: Readonly<Record<Ended, string>> = {
  won: 'closedwon',
  lost: 'closedlost',
  open: 'qualifiedtobuy',
  dead: 'Disqualified (Sales Pipeline)',
};

const hubspotDeals: ExportFile = {
  title: 'HubSpot deals',
  path: 'hubspot-crm-exports-all-deals-2024-04-01.csv',
  preset: 'hubspot',
  dataset: 'deals',
  form: { quotesAll: true },
  headings: [
    [
      ...['Record ID', 'Deal Name', 'Deal Stage', 'Close Date', 'Deal owner', 'Amount', 'Pipeline', 'Create Date'],
      ...['Last Activity Date', 'Associated Company', 'Amount in company currency', 'Weighted amount'],
      ...['Date entered "Demo (Sales Pipeline)"', 'Date entered “Closed won (Sales Pipeline)”', 'Is Closed Won'],
    ],
  ],
  rows: withBadAmount(deals, (deal, amount) => [
    ...[`18${deal.number}`, deal.name, hubspotStage[deal.ended], `${deal.close} 10:00`, deal.rep, amount],
    ...['Sales Pipeline', `${deal.created} 09:30`, `${deal.close} 11:00`, deal.customer, amount, '0'],
    ...[`${deal.created} 12:00`, deal.ended === 'won' ? `${deal.close} 10:00` : '', String(deal.ended === 'won')],
  ]),
  fields: {
    dealId: 'Record ID',
    dealName: 'Deal Name',
    stage: 'Deal Stage',
    closeDate: 'Close Date',
    rep: 'Deal owner',
    amount: 'Amount',
    createdDate: 'Create Date',
    customerName: 'Associated Company',
  },
  figures,
  planted: 'cell/not-a-number',
};

const hubspotCompanies: ExportFile = {
  title: 'HubSpot companies',
  path: 'hubspot-crm-exports-all-companies-2024-04-01.csv',
  preset: 'hubspot',
  dataset: 'customers',
  headings: [['Record ID', 'Company name', 'Company Domain Name', 'Company owner', 'Industry', 'Create Date']],
  rows: [...english.customers, 'Gorse'].map((customer, index) => [
    ...[`77${index % english.customers.length}`, customer, `${index}.example`, 'Ann Lee', 'RETAIL', '2023-05-06 09:30'],
  ]),
  fields: { customerId: 'Record ID', customerName: 'Company name', rep: 'Company owner', industry: 'Industry' },
  beside: 'HubSpot deals',
  planted: 'row/duplicate-key',
};

const hubspotTickets: ExportFile = {
  title: 'HubSpot tickets',
  path: 'hubspot-crm-exports-all-tickets-2024-04-01.csv',
  preset: 'hubspot',
  dataset: 'tickets',
  headings: [
    [
      ...['Ticket ID', 'Ticket name', 'Pipeline', 'Ticket status', 'Create date', 'Close date', 'Time to close'],
      ...['First agent email response date', 'Ticket owner', 'Category', 'Priority', 'Source'],
    ],
  ],
  rows: deals.map((deal, index) => [
    ...[String(deal.number), deal.name, 'Support Pipeline', 'Closed', `${deal.close} 09:00`],
    ...[`${index === 5 ? '2024-02-30' : deal.close} 15:00`, '6:00:00', `${deal.close} 10:00`, deal.rep],
    ...['Billing', 'HIGH', 'EMAIL'],
  ]),
  fields: {
    ticketId: 'Ticket ID',
    status: 'Ticket status',
    createdAt: 'Create date',
    resolvedAt: 'Close date',
    firstResponseAt: 'First agent email response date',
    agent: 'Ticket owner',
    priority: 'Priority',
  },
  planted: 'cell/no-such-date',
};

const pipedriveDeals: ExportFile = {
  title: 'Pipedrive deals',
  path: 'deals-1234-56.csv',
  preset: 'pipedrive',
  dataset: 'deals',
  headings: [
    [
      ...['Deal - ID', 'Deal - Title', 'Deal - Value', 'Deal - Currency of value', 'Deal - Organization'],
      ...['Deal - Contact person', 'Deal - Owner', 'Deal - Pipeline', 'Deal - Stage', 'Deal - Expected close date'],
      ...['Deal - Creation date', 'Deal - Closed on', 'Deal - Won time', 'Deal - Lost time', 'Deal - Lost reason'],
      ...['Deal - Probability', 'Deal - Status', 'Deal - Label'],
    ],
  ],
  rows: withBadAmount(deals, (deal, amount) => [
    ...[String(deal.number), deal.name, amount, 'EUR', deal.customer, '', deal.rep, 'Sales', 'Proposal Made'],
    ...[deal.close, `${deal.created} 09:30:00`, deal.ended === 'open' ? '' : `${deal.close} 10:00:00`],
    ...[deal.ended === 'won' ? `${deal.close} 10:00:00` : '', deal.ended === 'lost' ? `${deal.close} 10:00:00` : ''],
    ...['', String(deal.probability), { won: 'Won', lost: 'Lost', open: 'Open', dead: 'Deleted' }[deal.ended], ''],
  ]),
  fields: {
    dealId: 'Deal - ID',
    dealName: 'Deal - Title',
    amount: 'Deal - Value',
    currency: 'Deal - Currency of value',
    customerName: 'Deal - Organization',
    rep: 'Deal - Owner',
    stage: 'Deal - Stage',
    status: 'Deal - Status',
    createdDate: 'Deal - Creation date',
    expectedCloseDate: 'Deal - Expected close date',
    lossReason: 'Deal - Lost reason',
  },
  figures,
  planted: 'cell/not-a-number',
};

const pipedriveVisible: ExportFile = {
  title: 'Pipedrive deals with won and lost times only',
  path: 'deals.xlsx',
  preset: 'pipedrive',
  dataset: 'deals',
  form: 'xlsx',
  headings: [
    [
      ...['Deal - Title', 'Deal - Value', 'Deal - Currency of value', 'Organization', 'Deal - Owner', 'Deal - Stage'],
      ...['Deal - Creation date', 'Deal - Won time', 'Deal - Lost time', 'Deal - Status'],
    ],
  ],
  rows: withBadAmount(deals, (deal, amount) => [
    ...[deal.name, amount, 'EUR', deal.customer, deal.rep, 'Proposal Made', serial(deal.created)],
    ...[deal.ended === 'won' ? serial(deal.close) : '', deal.ended === 'lost' ? serial(deal.close) : ''],
    { won: 'Won', lost: 'Lost', open: 'Open', dead: 'Deleted' }[deal.ended],
  ]),
  fields: { dealName: 'Deal - Title', customerName: 'Organization', status: 'Deal - Status' },
  figures,
  planted: 'cell/not-a-number',
};

/** The day as spreadsheets count it, without a date format: `45631`. */
function serial(iso: string): string {
  return String(Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569);
}

const dynamics: ExportFile = {
  title: 'Dynamics 365 opportunities',
  path: 'All Opportunities 4-1-2024.xlsx',
  preset: 'dynamics-365',
  dataset: 'deals',
  form: 'xlsx',
  headings: [
    [
      ...['(Do Not Modify) Opportunity', '(Do Not Modify) Row Checksum', '(Do Not Modify) Modified On', 'Topic'],
      ...['Account', 'Est. Close Date', 'Est. Revenue', 'Actual Close Date', 'Actual Revenue', 'Probability'],
      ...['Pipeline Phase', 'Status', 'Status Reason', 'Forecast Category', 'Owner', 'Created On'],
    ],
  ],
  rows: withBadAmount(deals, (deal, amount) => [
    ...[`{0f8fad5b-${deal.number}}`, `x/${deal.number}=`, deal.close, deal.name, deal.customer, deal.close],
    ...[amount, deal.ended === 'open' ? '' : deal.close, deal.ended === 'won' ? amount : '', String(deal.probability)],
    ...['3-Propose', { won: 'Won', lost: 'Lost', open: 'Open', dead: 'Lost' }[deal.ended]],
    ...[{ won: 'Won', lost: 'Out-Sold', open: 'In Progress', dead: 'Canceled' }[deal.ended], 'Pipeline', deal.rep],
    deal.created,
  ]),
  fields: {
    dealName: 'Topic',
    customerName: 'Account',
    amount: 'Actual Revenue',
    closeDate: 'Actual Close Date',
    expectedCloseDate: 'Est. Close Date',
    status: 'Status',
    stage: 'Pipeline Phase',
    rep: 'Owner',
    createdDate: 'Created On',
    dealId: '(Do Not Modify) Opportunity',
  },
  figures: { ...figures, lost: figures.lost + deals.filter(({ ended }) => ended === 'dead').length },
  planted: 'cell/not-a-number',
};

export const crmExports: readonly ExportFile[] = [
  zohoDeals,
  zohoDealsZh,
  zohoBulk,
  zohoPotentials,
  zohoAccounts,
  fxiaokeDeals,
  fxiaokeCustomers,
  fxiaokeTargets,
  salesforceReport,
  salesforceCurrencies,
  stageHistory,
  fieldHistory,
  hubspotDeals,
  hubspotCompanies,
  hubspotTickets,
  pipedriveDeals,
  pipedriveVisible,
  dynamics,
];
