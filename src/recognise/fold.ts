/** Headings made comparable: `Customer ID`, `customer_id`, `customerId` and `ＣｕｓｔｏｍｅｒＩＤ（必填）` are one. */
import { currencyCodes, parseUnitWords, type UnitWords } from './unit-words.ts';

// Traditional → simplified, the characters that headings of sales tables use.
const traditional =
  '單编編號訂購買賣貨發額總價稅銷員業務戶門區類別細產實際數達標預財應付賬帳開關電話聯繫絡區域組織團隊經理審覈狀態階段贏輸機會預計日時間創建後備註幣種萬億億個檔項幅減優惠毛潤費運庫條碼規格稱國際線級層權責負處職點結轉週據確認簽還與製單';
const simplified =
  '单编编号订购买卖货发额总价税销员业务户门区类别细产实际数达标预财应付账账开关电话联系络区域组织团队经理审核状态阶段赢输机会预计日时间创建后备注币种万亿亿个档项幅减优惠毛润费运库条码规格称国际线级层权责负处职点结转周据确认签还与制单';

const simplifiedOf: ReadonlyMap<string, string> = new Map(
  [...traditional].map((character, index) => [character, [...simplified][index] ?? character]),
);

/** Width-folded, trimmed, lower case, simplified; blanks inside kept. Used for labels and words in cells. */
export function foldText(text: string): string {
  let folded = '';
  for (const character of text.normalize('NFKC').trim().toLowerCase())
    folded += simplifiedOf.get(character) ?? character;
  return folded;
}

export interface FoldedHeading {
  /** The letters and digits that are compared: no blanks, no marks, no unit. */
  readonly key: string;
  readonly unit: UnitWords | null;
  /** The words that stated the unit, as spelled; null where none. */
  readonly unitStated: string | null;
}

const brackets = /[([{【〔]\s*([^()[\]{}【】〔〕]*?)\s*[)\]}】〕]\s*$/u;
const required = /^(?:\*|必填|必填项|required|选填|optional)$/u;
const zone = /^(?:utc|gmt|local time|北京时间)$/u;
// 金蝶 exports name the block of a document before the heading: `(单据头)单据编号`, `*(明细信息)物料编码#编码`.
const block = /^\*?\((?:单据头|基本信息|明细信息|表头|表体|财务信息|单据体)\)/u;

/** True for a heading that names its block of a document: no cell of data looks so. */
export function namesBlock(heading: string): boolean {
  return block.test(foldText(heading));
}

/** The comparable form of a heading, with the unit it states. */
export function foldHeading(heading: string): FoldedHeading {
  let text = foldText(heading)
    .replaceAll(/[\u200b-\u200f\ufeff]/gu, '')
    .replace(block, '');
  let unit: UnitWords | null = null;
  let unitStated: string | null = null;
  for (let match = brackets.exec(text); match; match = brackets.exec(text)) {
    const inside = match[1] ?? '';
    const found = parseUnitWords(inside);
    if (!found && !required.test(inside) && !zone.test(inside)) break;
    if (found && !unit) [unit, unitStated] = [found, inside];
    text = text.slice(0, match.index).trim();
  }
  const suffix = unit ? null : unitSuffix(text);
  if (suffix) ({ text, unit, unitStated } = suffix);
  return { key: keyOf(text), unit, unitStated };
}

/** `amount_usd`, `Total EUR`. */
const currencySuffix = new RegExp(`^(.+)[\\s_](${currencyCodes.join('|')}|rmb)$`, 'iu');

function unitSuffix(text: string): { text: string; unit: UnitWords; unitStated: string } | null {
  const match =
    /^(.+?)(?:\s*\/\s*|\s+in\s+)([^/]{1,16})$/u.exec(text) ??
    /^(.+?)\s*(%)$/u.exec(text) ??
    /^(.+[a-z])\s+([$€£¥₹])$/u.exec(text) ??
    currencySuffix.exec(text);
  const [, base = '', stated = ''] = match ?? [];
  const unit = stated === '' ? null : parseUnitWords(stated);
  return unit && base !== '' ? { text: base, unit, unitStated: stated } : null;
}

/** Letters, digits and what tells headings apart (`/`, `+`); `Order #` reads `Order No`. */
export function keyOf(folded: string): string {
  return folded.replace(/#\s*$/u, 'no').replaceAll(/[\s_\-.*'"“”‘’:()[\]{}【】,]/gu, '');
}
