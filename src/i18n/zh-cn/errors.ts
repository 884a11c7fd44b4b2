/** 每种使用错误的中文说明：为何无法继续，以及怎么做（ux.md 3.18）。 */
import { shellWord } from '../../lib/shell-word.ts';
import type { ErrorCode } from '../en/errors.ts';
import { outFlag } from '../out-flag.ts';
import type { ErrorWords, ReadParam } from '../shape.ts';
import { configErrors } from './config-errors.ts';

const near = (p: ReadParam) => (p('near') === '' ? '' : `；是否为 ${p('near')}？`);
const allowed = (p: ReadParam) => {
  const names = p('allowed') || p('known');
  return names === '' ? '' : `可用：${names}`;
};
const limit = (what: string): ErrorWords => ({
  message: (p) =>
    `${p('file')} ${what}：上限 ${p('limit')}，实际 ${p('found')}${p('row') === '' ? '' : `（第 ${p('row')} 行）`}`,
  hint: (p) => `若文件无误，请提高上限：${p('flag')} 数值`,
});

export const errors: Readonly<Record<ErrorCode, ErrorWords>> = {
  'file/not-found': { message: (p) => `没有文件 ${p('file')}${near(p)}`, hint: () => '' },
  'file/is-folder': {
    message: (p) => `${p('file')} 是文件夹，不是文件`,
    hint: (p) => `请写出其中的文件：salesmetrics evaluate ${p('file')}/*.xlsx`,
  },
  'file/not-a-file': {
    message: (p) => `${p('file')} 不是普通文件`,
    hint: (p) => `可从标准输入读取：salesmetrics evaluate - < ${p('file')}`,
  },
  'file/unreadable': {
    message: (p) => `无法读取 ${p('file')}：${p('reason')}`,
    hint: () => '检查权限，以及是否被其他程序打开。',
  },
  'file/empty': { message: (p) => `${p('file')} 是空文件`, hint: () => '重新导出。' },
  'file/changed': { message: (p) => `${p('file')} 在读取过程中被修改`, hint: () => '待文件写完后再运行。' },
  'file/damaged': {
    message: (p) => `${p('file')} 已损坏：${p('reason')}`,
    hint: () => '用 Excel 打开并重新保存，或重新导出。',
  },
  'file/unsupported': {
    message: (p) => `${p('file')} 的格式（${p('format')}）不能读取`,
    hint: () => '另存为 .xlsx 或 .csv。',
  },
  'file/encrypted': {
    message: (p) => `${p('file')} 有密码保护`,
    hint: () => '用 Excel 打开，去掉密码后另存为 .xlsx。',
  },
  'file/encoding-failed': {
    message: (p) =>
      `${p('file')} 不是有效的 ${p('encoding')}${p('row') !== '' ? `（第 ${p('row')} 行）` : p('offset') === '' ? '' : `（第 ${p('offset')} 字节）`}`,
    hint: () => '指定编码，例如：--encoding gb18030',
  },
  'file/encoding-unknown': {
    message: (p) => `无法判断 ${p('file')} 的编码（第 ${p('offset')} 字节都不符合）`,
    hint: () => '指定编码，例如：--encoding gb18030',
  },
  'basis/no-such-date': {
    message: (p) => `--basis ${p('basis')}：没有一张表有 ${p('field')} 列`,
    hint: (p) => `指定该列：--column ${p('field')}=<表头>`,
  },
  'limit/input': limit('字节过多'),
  'limit/inflated': limit('解压后字节过多'),
  'limit/part': limit('某一部分解压后字节过多'),
  'limit/entries': limit('压缩包内部分过多'),
  'limit/rows': limit('行过多'),
  'limit/columns': limit('列过多'),
  'limit/cells': limit('单元格过多'),
  'limit/strings': limit('文本过多'),
  'limit/text': limit('文本字节过多'),
  'limit/cell': limit('有单元格过长'),
  'limit/record': limit('有一行过长'),
  'limit/sheets': limit('工作表过多'),
  'usage/unknown-option': {
    message: (p) => `未知参数 ${p('flag')}${near(p)}`,
    hint: (p) => `查看全部参数：salesmetrics ${p('command') === '' ? '' : `${p('command')} `}--help`,
  },
  'usage/unknown-command': {
    message: (p) => `未知命令 ${p('command')}${near(p)}`,
    hint: () => '查看全部命令：salesmetrics --help',
  },
  'usage/file-as-command': {
    message: (p) => `${p('command')} 不是命令；是否要：salesmetrics evaluate ${p('command')}`,
    hint: () => '查看全部命令：salesmetrics --help',
  },
  'usage/missing-argument': {
    message: (p) => `${p('command')} 需要 ${p('argument')}`,
    hint: (p) => `参见：salesmetrics ${p('command')} --help`,
  },
  'usage/too-many-arguments': {
    message: (p) => `${p('command')} 的参数过多：“${p('argument')}”是多余的`,
    hint: (p) => `参见：salesmetrics ${p('command')} --help`,
  },
  'usage/missing-value': { message: (p) => `${p('flag')} 需要一个值`, hint: allowed },
  'usage/wrong-value': { message: (p) => `${p('flag')} 不能是“${p('value')}”${near(p)}`, hint: allowed },
  'usage/conflict': { message: (p) => `${p('flag')} 和 ${p('other')} 不能同时使用`, hint: () => '去掉其中一个。' },
  'usage/needs-flag': {
    message: (p) => `${p('flag')} 需要与 ${p('other')} 一起使用`,
    hint: (p) => `两个都写上：${p('example')}`,
  },
  'usage/repeated': { message: (p) => `${p('flag')} 两次指定了 ${p('value')}`, hint: () => '只写一次。' },
  'usage/stdin-twice': { message: () => '标准输入（-）只能读取一次', hint: () => '只写一个 -。' },
  'usage/unknown-topic': { message: (p) => `没有“${p('topic')}”的说明${near(p)}`, hint: allowed },
  'output/exists': {
    message: (p) => `${p('file')} 已存在，且不是 salesmetrics 写的`,
    hint: (p) => `用 -F 覆盖，或写到其他文件：${outFlag(p('file'))} 文件`,
  },
  'output/is-input': {
    message: (p) => `${p('file')} 是输入文件，绝不覆盖`,
    hint: (p) => `写到其他文件：${outFlag(p('file'))} 文件`,
  },
  'output/is-folder': {
    message: (p) => `${p('file')} 是文件夹`,
    hint: (p) => `写出文件名：${outFlag(p('file'))} 文件`,
  },
  'output/not-a-folder': {
    message: (p) => `${p('file')} 是文件，不是文件夹`,
    hint: () => '写到其他文件夹：--out-dir 文件夹',
  },
  'split/no-people': {
    message: () => '没有一列说明各行属于哪个销售员，无法拆分',
    hint: () => '指定销售员列：--column rep=<表头>',
  },
  'output/no-folder': {
    message: (p) => `${p('file')} 所在的文件夹不存在`,
    hint: (p) => `先建文件夹，或写到其他文件：${outFlag(p('file'))} 文件`,
  },
  'output/locked': {
    message: (p) => `${p('file')} 正被其他程序打开`,
    hint: (p) => `先关闭它，或写到其他文件：${outFlag(p('file'))} 文件`,
  },
  'output/failed': {
    message: (p) => `无法写入 ${p('file')}：${p('reason')}`,
    hint: (p) => `检查空间和权限，或写到其他文件：${outFlag(p('file'))} 文件`,
  },
  'output/stdout-failed': { message: (p) => `无法写入标准输出：${p('reason')}`, hint: () => '' },
  'batch/no-files': {
    message: (p) => `没有文件符合 ${p('patterns')}`,
    hint: () => 'salesmetrics 的报告和隐藏文件不作为输入。通配符要加引号："exports/*.xlsx"',
  },
  'batch/manifest-among': {
    message: (p) => `${p('file')} 是清单，旁边又给出了其他文件`,
    hint: () => '只给清单；文件由其中的任务列出。',
  },
  'batch/name-twice': {
    message: (p) => `${p('file')} 中有两个任务都叫“${p('name')}”`,
    hint: () => '给每个任务一个自己的名称：报告以此命名。',
  },
  'batch/not-a-record': {
    message: (p) => `${p('file')} 不是本版本的 batch.json`,
    hint: () => '把整批重跑一次：没有变化的会保留。',
  },
  'batch/no-out-dir': {
    message: () => 'batch 需要存放报告的文件夹',
    hint: () => '例如：salesmetrics batch "exports/*.xlsx" --out-dir reports',
  },
  'batch/over-input': {
    message: (p) => `报告会覆盖输入文件：${p('file')}`,
    hint: () => '换一个文件夹：--out-dir reports',
  },
  'batch/stdin': {
    message: () => '批量处理不读标准输入（-）',
    hint: () => '给出文件：salesmetrics batch "exports/*.xlsx" --out-dir reports',
  },
  'batch/out-of-memory': {
    message: () => '所需内存过多',
    hint: () => '单独运行，同时只处理一个：-j 1',
  },
  'batch/worker-died': {
    message: (p) => `读取它的线程自行结束（退出码 ${p('exit')}）`,
    hint: () => '单独运行：salesmetrics evaluate 文件',
  },
  'batch/bug': {
    message: (p) => `salesmetrics 的缺陷：${p('reason')}`,
    hint: () => '请附上以下命令的输出报告：salesmetrics evaluate 文件 --debug',
  },
  'against/not-json': {
    message: (p) => `${p('file')} 不是 JSON`,
    hint: () => '请指定 evaluate --json 输出的文档：--against april.json',
  },
  'against/other-document': {
    message: (p) =>
      p('schema') === '' ? `${p('file')} 不是 salesmetrics 的文档` : `${p('file')} 是 ${p('schema')}，不是评估文档`,
    hint: () => '请指定 evaluate --json 输出的文档：--against april.json',
  },
  'against/newer': {
    message: (p) => `${p('file')} 是 ${p('schema')}，本版本不认识`,
    hint: () => '用写出它的版本或更新的版本读取。',
  },
  'against/damaged': {
    message: (p) =>
      `${p('file')} 是评估文档，但与 evaluate --json 写出的不一致${p('where') === '' ? '' : `，位置：${p('where')}`}`,
    hint: () => '用当时的文件重新生成：salesmetrics evaluate FILE --json --with-rows > EARLIER.json',
  },
  'against/input-gone': {
    message: (p) => `${p('file')} 来自${p('input') === '-' ? '标准输入' : ` ${p('input')}`}，现在已经没有了`,
    hint: (p) =>
      `把文件放回${p('input') === '-' ? '' : ` ${p('input')}`}，再用 evaluate 加 --json --with-rows 运行一次；这样的文档以后不再需要文件。`,
  },
  'against/input-changed': {
    message: (p) => `${p('input')} 已不是生成 ${p('file')} 时的文件：它被覆盖过`,
    hint: (p) => `放回当时的 ${p('input')}；下次请保留各行：evaluate ${p('input')} --json --with-rows`,
  },
  'against/other-period': {
    message: (p) => `${p('file')} 保留的是 ${p('period')} 的行，不是 ${p('wanted')} 的`,
    hint: (p) => `不写期间，或写 --period ${p('period')}`,
  },
  'data/no-facts': {
    message: (p) => `在 ${p('tables') || p('file')} 中没有找到订单`,
    hint: (p) => `查看识别结果：salesmetrics inspect ${p('file') === '' ? '文件' : shellWord(p('file'))}`,
  },
  'usage/other': { message: (p) => p('reason'), hint: () => '参见：salesmetrics --help' },
  'data/no-dates': {
    message: (p) => `${p('tables')} 中没有能读取的日期`,
    hint: () => '指定日期列：--column orderDate=<表头>',
  },
  'dimension/unknown-value': {
    message: (p) => `没有一行的 ${p('name')} 是“${p('value')}”${near(p)}`,
    hint: () => '',
  },
  'period/unknown': {
    message: (p) => `${p('period')} 不是期间${near(p)}`,
    hint: () => '写成 2024、2024-H1、2024-Q1、2024-03、2024-01..2024-03 或 all。',
  },
  'deals/not-comparable': {
    message: (p) =>
      `${p('file')} 无法与商机比较：${p('missing') === 'dealId' ? '其中一份没有商机编号' : '其中没有带预计成交日期的在手商机'}`,
    hint: () => '两次导出都要有商机编号，较早的一次还要有预计成交日期。',
  },
  'kpi/needs-earlier': {
    message: (p) => `${p('id')} 要与较早一次导出的商机比较`,
    hint: () => '再给出那次导出：--earlier 文件',
  },
  'kpi/unknown': {
    message: (p) => `没有指标 ${p('id')}${near(p)}`,
    hint: () => '查看全部指标：salesmetrics explain kpis',
  },
  'output/formula': {
    message: (p) => `表格软件会把 ${p('value')} 当作公式`,
    hint: () => "在这类文字前加 '：--csv-formulas escape",
  },
  'output/kept': {
    message: (p) => `${p('file')} 已存在，且是供人填写的工作簿，不会擅自替换`,
    hint: () => '用 -F 替换，或写到其他文件：-o 文件',
  },
  'output/edited': {
    message: (p) => `${p('file')} 在 salesmetrics 写出之后由其他程序保存过：其中填写的内容会丢失`,
    hint: () => '用 -F 替换；要保留则先移走该文件，或写到其他位置',
  },
  'plan/no-total': {
    message: (p) => `没有可分解的目标：没有 --total，文件中也没有 ${p('kpi')} 的目标`,
    hint: () => '给出金额与期间：--total 11500000 --period 2024',
  },
  'plan/no-period': { message: () => '--total 需要说明期间', hint: () => '例如：--period 2024' },
  'plan/not-additive': {
    message: (p) => `${p('kpi')} 的目标不能相加，因此不能分解`,
    hint: () => '请分解金额或数量：--kpi revenue、orders、units、collected、new-customers。',
  },
  'plan/no-history': {
    message: (p) => `--method ${p('method')} 需要该期间之前的订单`,
    hint: () => '请给出以前各期的订单，或用 --method equal。',
  },
  'plan/weights-not-given': {
    message: () => '--method weights 需要给出权重',
    hint: () => '给出名称与数值的文件，或人员表的一列：--weights 文件',
  },
  'plan/no-weights': {
    message: (p) => `没有给出以下名称的权重：${p('names')}`,
    hint: () => '为每个名称各加一行，名称与此处一致。',
  },
  'plan/empty-weights': {
    message: (p) => `${p('file')} 中没有“名称，数值”的行`,
    hint: () => '每行写一个名称和一个数：王芳,40',
  },
  'plan/no-members': {
    message: (p) => `不知道要按 ${p('dimensions')} 分解给谁`,
    hint: () => '请给出此前各期的订单，或用 --base 以本期自身的订单为据，或给出人员表；也可只按期间分解：--to month',
  },
  'plan/nobody-present': {
    message: (p) => `${p('period')}${p('name') === '' ? '' : ` ${p('name')} `}的目标没有在岗的人承担`,
    hint: () => '请检查人员表中的开始与结束日期。',
  },
  'plan/no-targets': {
    message: (p) => `文件中没有${p('kpi') === '' ? '' : ` ${p('kpi')} 的`}目标`,
    hint: () => '查看识别结果：salesmetrics inspect 文件',
  },
  'plan/no-reason': {
    message: (p) => `调整目标需要 ${p('flag')}`,
    hint: () => '例如：--effective 2024-07-01 --reason "新品推迟" --by "王芳"',
  },
  'plan/no-actuals-given': {
    message: (p) => `--method ${p('method')} 需要至今的实际`,
    hint: () => '给出订单：--actuals 文件；或给出新数值：--values 文件',
  },
  'plan/no-actuals': {
    message: (p) => `实际数据中没有 ${p('kpi')}`,
    hint: () => '查看识别结果：salesmetrics inspect 文件',
  },
  'plan/actuals-end': {
    message: (p) => `实际数据没有到 ${p('period')} 的期末`,
    hint: () => '请给出生效日之前的全部实际，或更早的日期：--effective 日期',
  },
  'plan/nothing-left': {
    message: (p) => `没有在 ${p('effective')} 或之后开始的目标`,
    hint: () => '版本只适用于生效日或之后开始的期间；请给出更早的日期。',
  },
  'plan/effective-too-early': {
    message: (p) => `${p('effective')} 不晚于最新版本的生效日 ${p('last')}`,
    hint: () => '请给出更晚的日期：--effective 日期',
  },
  'plan/value-too-early': {
    message: (p) => `数值中有 ${p('period')} 的目标，它在 ${p('effective')} 之前已开始`,
    hint: () => '已经开始的期间，目标不再事后更改。',
  },
  'plan/no-such-target': {
    message: (p) => `数值中的目标在文件里没有：${p('names')}`,
    hint: () => '节点与期间请与文件一致。',
  },
  'plan/unknown-version': {
    message: (p) => `目标没有版本 ${p('version')}${near(p)}`,
    hint: allowed,
  },
  'plan/mixed-periods': {
    message: (p) => `${p('period')} 前后的目标期间粒度不一`,
    hint: () => '分解到其中最细的粒度：--to month',
  },
  'dimension/unknown': {
    message: (p) => `没有可用于分组或筛选的列或字段 ${p('name')}${near(p)}`,
    hint: allowed,
  },
  'usage/unknown-code': {
    message: (p) => `${p('flag')}：没有代码为“${p('value')}”的问题${near(p)}`,
    hint: () => '查看所有代码：salesmetrics explain codes',
  },
  ...configErrors,
  'accept/not-a-list': {
    message: (p) => `${p('file')} 不是接受清单：没有列 ${p('missing')}`,
    hint: () => '可生成一份：salesmetrics validate 文件 --write-accept accept.csv',
  },
  'annotate/not-a-workbook': {
    message: (p) => `${p('file')} 是 ${p('format')}：只能给 .xlsx 和 .xlsm 文件加标注`,
    hint: () => '改用带链接的问题清单：-o problems.xlsx；或把文件另存为 .xlsx 再校验。',
  },
  'annotate/several': {
    message: (p) => `--annotate 只生成一个工作簿的副本，而读取了多个：${p('files')}`,
    hint: () => '请对每个文件分别运行，或用带链接的问题清单：-o problems.xlsx',
  },
  'annotate/other-kind': {
    message: (p) => `副本的扩展名必须与工作簿相同（${p('wanted')}），否则 Excel 无法打开：${p('file')}`,
    hint: (p) => `请写：--annotate 名称${p('wanted')}`,
  },
  'annotate/signed': {
    message: (p) => `${p('file')} 有数字签名，加标注的副本会使其失效`,
    hint: () => '改用带链接的问题清单：-o problems.xlsx',
  },
  'into/not-a-workbook': {
    message: (p) => `${p('file')} 是 ${p('format')}：只能把工作表写入 .xlsx 和 .xlsm 文件`,
    hint: () => '用 Excel 打开后另存为 .xlsx；或不用 --into，另写一个工作簿。',
  },
  'into/other-kind': {
    message: (p) => `副本的扩展名必须与工作簿相同（${p('wanted')}），否则 Excel 无法打开：${p('file')}`,
    hint: (p) => `命名为：-o 名称${p('wanted')}`,
  },
  'into/open': {
    message: (p) => `${p('file')} 正在其他程序中打开，内容可能尚未保存`,
    hint: () => '在该程序中保存并关闭，然后重新运行。',
  },
  'into/signed': {
    message: (p) => `${p('file')} 带有数字签名，加入工作表会使签名失效`,
    hint: () => '另存一份不带签名的副本；或不用 --into，另写一个工作簿。',
  },
  'into/shared': {
    message: (p) => `${p('file')} 是带修订记录的共享工作簿，不能加入工作表`,
    hint: () => '在 Excel 中取消共享（审阅 > 取消共享工作簿）；或不用 --into，另写一个工作簿。',
  },
  'into/locked': {
    message: (p) => `${p('file')} 的结构受保护，不能加入工作表`,
    hint: () => '在 Excel 中取消保护（审阅 > 保护工作簿）；或不用 --into，另写一个工作簿。',
  },
  'package/too-large': {
    message: (p) => `${p('file')} 中的 ${p('part')} 太大，无法改写`,
    hint: () => '另写一个工作簿：-o 文件.xlsx',
  },
  'package/encoding': {
    message: (p) => `${p('file')} 中的 ${p('part')} 不是 UTF-8 编码，无法改写`,
    hint: () => '在 Excel 中打开并重新保存，或另写一个工作簿：-o 文件.xlsx',
  },
};
