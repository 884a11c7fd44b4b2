/** The words by which target files name nodes, levels, dimensions and totals (targets.md 5.2). */
import { foldName } from '../../lib/fold-text.ts';

const words: Readonly<Record<string, string>> = {
  rep: 'rep|sales rep|sales representative|salesperson|salesman|sales person|person|individual|employee|owner|account manager|account executive|agent|sales agent|seller|rep name|姓名|人员|员工|个人|业务员|销售员|销售|销售人员|销售代表|销售姓名|客户经理|业务代表',
  employeeId: 'employee id|employee no|工号|员工编号|员工ID|sales rep id|rep id|salesrepid',
  team: 'team|sales team|department|dept|group|division|office|sales office|business unit|bu|部门|团队|小组|组|销售团队|销售部门|事业部|办事处|分公司',
  region: 'region|sales region|territory|area|大区|区域|地区|销售区域|销售大区|省区|片区|战区',
  product: 'product|product name|item|产品|产品名称|商品|商品名称',
  category:
    'category|product category|product line|product group|product family|item group|类别|品类|产品类别|商品类别|产品线|产品系列',
  channel: 'channel|sales channel|渠道|销售渠道|平台',
  segment: 'segment|customer segment|细分|客户细分|细分市场|客户类型|客户等级',
  customerName: 'customer|customer name|client|account|account name|客户|客户名称',
  customerId: 'customer id|customer no|account id|客户编号|客户ID|客户编码',
};

const companyWords = 'company|whole company|all|overall|公司|全公司|总公司|集团|全国|整体|全部|全体|总体';
const grandWords = 'total|grand total|overall total|合计|总计|总合计|全公司合计|公司合计';
const partWords = 'subtotal|sub-total|sub total|小计';

function setOf(text: string): ReadonlySet<string> {
  return new Set(text.split('|').map(foldName));
}

const dimensions: ReadonlyMap<string, string> = new Map(
  Object.entries(words).flatMap(([dimension, names]) =>
    [dimension, ...names.split('|')].map((name): [string, string] => [foldName(name), dimension]),
  ),
);
const companies = setOf(companyWords);
const grands = setOf(grandWords);
const parts = setOf(partWords);
const remarks =
  /备注|说明|注释|理由|依据|审批|修改|更新|序号|编制|制表|责任人|截止|remark|note|comment|rationale|reason|approved|updated|modified|created|owner ?email|^(?:no|id|#|row|row ?id|guid|uuid|key)$/iu;

/** Figures beside targets that may stand as texts (`90%`). */
const figures = /(?:率|得分|评分|差额|差异|缺口|score|attainment|variance|achieved|growth|% ?(?:to|of) goal)$/iu;

const blockLabel = /^(?<label>[^:：]{1,20}?)\s*[:：]\s*(?<name>\S.*)$/u;

/** `姓名：张三`, `Rep: Ann` above a block of rows: the node that they are all about; undefined for other texts. */
export function blockNamed(text: string): { readonly dimension: string; readonly name: string } | undefined {
  const { label = '', name = '' } = blockLabel.exec(text.trim())?.groups ?? {};
  const dimension =
    label === '' ? undefined : (dimensionNamed(label) ?? (/^(?:name|名称)$/iu.test(label) ? 'rep' : undefined));
  return dimension === undefined ? undefined : { dimension, name: name.trim() };
}

/** The dimension that a heading or a level word names (`姓名` → `rep`), or undefined. */
export function dimensionNamed(text: string): string | undefined {
  return dimensions.get(foldName(text).replaceAll(/[_.]/g, ''));
}

/** True for a level, name or parent that means the whole: `公司`, `合计`, `Total`. */
export function isWholeWord(text: string): boolean {
  const folded = foldName(text);
  return companies.has(folded) || grands.has(folded);
}

export type TotalWord = 'grand' | 'part';

/** What total a label equals; undefined for any other text. */
export function totalWord(text: string): TotalWord | undefined {
  const folded = foldName(text);
  if (grands.has(folded)) return 'grand';
  return parts.has(folded) ? 'part' : undefined;
}

/** `华东小计`, `East Total` → `华东`, `East`; undefined for a text that does not end in a total word. */
export function totalledName(text: string): string | undefined {
  const match = /^(.+?)[\s:：\-–_]*(?:小计|合计|总计|\bsub-?total|\btotal)$/iu.exec(text.trim());
  return match?.[1];
}

/** True for a heading of remarks, row numbers and the like: texts that say nothing of whose target it is. */
export function isRemarkHeading(heading: string): boolean {
  return remarks.test(heading.trim()) || figures.test(heading.trim());
}
