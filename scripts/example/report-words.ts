/** The words of the report templates. */
export interface TemplateWords {
  readonly sheet: string;
  readonly period: string;
  readonly asOf: string;
  readonly currency: string;
  readonly otherVersion: string;
  readonly example: string;
  readonly draft: string;
  readonly kpis: string;
  readonly id: string;
  readonly kpi: string;
  readonly actual: string;
  readonly target: string;
  readonly attained: string;
  readonly gap: string;
  readonly status: string;
  readonly before: string;
  readonly change: string;
  readonly byPart: string;
  readonly overTime: string;
  readonly name: string;
  readonly which: string;
  readonly partChart: string;
  readonly timeChart: string;
  readonly note: string;
}

export const templateWords: Readonly<Record<'en' | 'zh-CN', TemplateWords>> = {
  en: {
    sheet: 'Report',
    period: 'Period',
    asOf: 'As of',
    currency: 'Currency',
    otherVersion: 'This layout is for version 1 of the data sheets; the data are of another: check every number',
    example: 'Example data. Fill a copy: salesmetrics evaluate q1.xlsx --into report.xlsx',
    draft: 'DRAFT: rows were left out, or problems may change the figures',
    kpis: 'Key figures',
    id: 'ID',
    kpi: 'KPI',
    actual: 'Actual',
    target: 'Target',
    attained: 'Attained',
    gap: 'Gap',
    status: 'Status',
    before: 'Before',
    change: 'Change',
    byPart: 'By part',
    overTime: 'Over time, the latest 12',
    name: 'Name',
    which: 'KPI of both tables below:',
    partChart: 'Actual and target by part',
    timeChart: 'Actual and target over time',
    note: 'Yellow cells choose a KPI by its ID (salesmetrics explain kpis). All numbers are read from the table smData, all facts from smAbout: change this sheet as you like.',
  },
  'zh-CN': {
    sheet: '报告',
    period: '期间',
    asOf: '截至',
    currency: '币种',
    otherVersion: '本版式按数据表第 1 版制作，数据为其他版本：请逐一核对数字',
    example: '示例数据。写入副本：salesmetrics evaluate 订单.csv --into report.zh-CN.xlsx --lang zh-CN',
    draft: '草稿：有行未计入，或有问题可能影响数字',
    kpis: '主要指标',
    id: 'ID',
    kpi: '指标',
    actual: '实际',
    target: '目标',
    attained: '达成率',
    gap: '差额',
    status: '状态',
    before: '对比期',
    change: '变化',
    byPart: '按构成',
    overTime: '按时间，最近 12 期',
    name: '名称',
    which: '下面两张表的指标：',
    partChart: '各构成的实际与目标',
    timeChart: '各期的实际与目标',
    note: '黄色单元格按 ID 选择指标（salesmetrics explain kpis）。数字都取自表 smData，说明都取自 smAbout：本表可随意修改。',
  },
};
