/** `batch` 的中文用语：过程、结尾和总览工作簿。 */
import type { batch as english } from '../en/batch.ts';
import { grouped } from '../numbers.ts';

const number = (count: number) => grouped(String(count));

export const batch: typeof english = {
  found: (files, threads, config) =>
    `找到 ${number(files)} 个文件，同时处理 ${number(threads)} 个，${config === '' ? '无配置' : `配置 ${config}`}`,
  retrying: (again, all) => `重跑 ${number(all)} 个文件中的 ${number(again)} 个`,
  ownFiles: (count) => `${number(count)} 个由 salesmetrics 生成的文件不作为输入`,
  labels: { ok: '完成', draft: '草稿', same: '未变', fail: '失败', pending: '未做' },
  rows: (rows) => `${number(rows)} 行`,
  of: (actual, target) => `${actual} / ${target}`,
  seconds: (seconds) => `${seconds} 秒`,
  kept: (report) => `自上次以来无变化，保留 ${report}`,
  progress: (done, all, percent, left) => `${number(done)} / ${number(all)}，${percent}${left}`,
  left: (seconds) => `，约剩 ${seconds} 秒`,
  reading: (name, percent) => `读取 ${name} ${percent}`,
  writing: (name) => `写出 ${name}`,
  between: '，',
  end: (counts) =>
    `${[
      `生成 ${number(counts.ok)} 份报告`,
      counts.same === 0 ? '' : `${number(counts.same)} 份无变化`,
      counts.draft === 0 ? '' : `${number(counts.draft)} 份为草稿`,
      counts.fail === 0 ? '' : `${number(counts.fail)} 份失败`,
      counts.pending === 0 ? '' : `${number(counts.pending)} 份未做`,
    ]
      .filter((part) => part !== '')
      .join('，')}；共 ${number(counts.rows)} 行${counts.seconds === null ? '' : `，用时 ${counts.seconds} 秒`}`,
  draftOf: (errors) => `草稿：数据中有 ${number(errors)} 个错误`,
  seeErrors: (file) => `salesmetrics validate ${file}`,
  wrote: (index, record) => `已写入 ${index}（所有文件并列对比）和 ${record}`,
  retryOne: (record) => `只重跑失败的文件：salesmetrics batch --retry ${record}`,
  retrySome: (record) => `只重跑失败的文件：salesmetrics batch --retry ${record}`,
  wouldWrite: (file, report) => `${file}  ->  ${report}`,
  dryRun: (count) => `将写出 ${number(count)} 份报告，以及 index.xlsx 和 batch.json`,
  sheets: { files: '文件', problems: '问题' },
  title: (reports, all) =>
    reports === all ? `${number(all)} 个文件都有报告` : `${number(all)} 个文件中 ${number(reports)} 个有报告`,
  titleDrafts: (drafts) => `，其中 ${number(drafts)} 份为草稿`,
  subject: '多份销售评估的并列对比',
  keywords: '销售, 评估, 批量',
  columns: {
    file: '文件',
    report: '报告',
    outcome: '结果',
    rows: '行数',
    period: '期间',
    kpi: '指标',
    actual: '实际',
    currency: '货币',
    target: '目标',
    attained: '达成率',
    status: '状态',
    draft: '是否草稿',
    errors: '错误',
    warnings: '警告',
    why: '问题所在',
    fix: '处理办法',
    code: '代码',
    kind: '种类',
    count: '问题数',
  },
  outcomes: { ok: '有报告', same: '有报告', fail: '失败', pending: '未做' },
  yes: '草稿',
  no: '定稿',
  total: '合计',
};
