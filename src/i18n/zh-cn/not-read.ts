/** 表格未读取的原因，按识别阶段给出的代号；其他文字原样显示。 */
const reasons: ReadonlyMap<string, string> = new Map([
  ['hidden-sheet', '隐藏的工作表'],
  ['hidden', '隐藏的工作表'],
  ['own-output', '由 salesmetrics 写出'],
  ['own', '由 salesmetrics 写出'],
  ['lock-file', 'Excel 的锁文件'],
  ['earlier', '较早的导出，只用于判断延期'],
  ['other-sheet', '指定了其他工作表'],
  ['empty', '没有单元格'],
  ['stage-history', '变更历史，不用于计算任何指标'],
  ['summary', '另一张表的汇总'],
]);

export function notReadWhy(why: string): string {
  return reasons.get(why) ?? why;
}
