/** `init` 所写配置中的注释；§ 表示注释开始。 */
import type { configForm as english } from '../en/config-form.ts';

export const configForm: typeof english = {
  ownKpi: '由配置定义。',
  form: {
    intro: '§本文件夹及其下级文件的设置，说明见：salesmetrics explain config\n命令行参数优先于此处。',
    lang: '§消息与报告的语言：auto、en、zh-CN',
    calendar: '§财年从几月开始；holidays：每行一个日期的文件',
    money: '§unit：auto，或 1、千、万、百万、k、m，用于没有写明单位的列',
    columns: '§各字段的表头；~ 表示不取任何列',
    values: '§状态和阶段中文字的作用：counts、notCounted、refunded；won、lost、open',
    unknown: '未知，请移到上面某一项',
    people: '§名字的其他写法写进 aliases: [王方]；from 和 to 写起止日期',
    status: '§达成率达到多少算达成、接近；以下为落后',
    kpis: '§文件没有给出时评估期间的目标，以及自有指标',
    validation: '§rules: { targets/implausible: off } 可调低某个代码；代码见：salesmetrics explain codes',
  },
};
