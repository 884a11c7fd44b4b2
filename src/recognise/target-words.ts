/** The words of target headings (targets.md 5.2): what a column holds besides its period. */
import type { PeriodColumn } from '../model/mapping.ts';
import { foldLabel } from '../model/period-words.ts';

/** `other`: a figure that is neither target nor actual (variance, year to date) and is read past. */
export type HeadingRole = PeriodColumn['role'];

/** Longest phrases first: `完成率` is a rate, `完成` an actual. */
const roles: readonly (readonly [HeadingRole, RegExp])[] = [
  [
    'rate',
    /目标完成率|完成率|达成率|达标率|进度|增长率|增速|同比|环比|占比|比例|差额|缺口|差异|累计|attainment|achievement ?%|% ?(?:to|of|achieved)\s*(?:goal|target|quota)?|\bgrowth\b|\bvariance\b|\bgap\b|\bshortage\b|\bytd\b|\bqtd\b|\bmtd\b|%$/u,
  ],
  ['floor', /保底目标|保底|底线目标|\bfloor(?: target)?\b|\bminimum\b/u],
  ['stretch', /挑战目标|冲刺目标|挑战|冲刺|\bstretch(?: (?:target|goal))?\b/u],
  ['actual', /实际完成|实际|完成额|完成|达成|业绩|实绩|去年同期|基数|\bactuals?\b|\bachieved\b|\battained\b/u],
  ['subtotal', /小计|合计|总计|\bsub-?total\b|\b(?:grand )?total\b/u],
  [
    'target',
    /销售目标|目标值|目标额|目标|任务额|任务|指标|预算|计划|\btargets?\b|\bquotas?\b|\bgoals?\b|\bplan(?:ned)?\b|\bbudget\b/u,
  ],
];

const units =
  /(?:单位:?)?(?:十万|百万|千万|万|亿|千)?(?:元|美元|人民币)$|(?:万|亿)$|\b(?:usd|cny|rmb|eur|gbp|k|in thousands)$|[¥$€£%]$/u;
const targetWord = /目标|任务|预算|计划额|\b(?:target|quota|goal|budget)s?\b/iu;

/** True where a text names targets: in a heading, a title, a sheet or a file name. */
export function saysTarget(text: string): boolean {
  return targetWord.test(text.normalize('NFKC').replaceAll(/[_-]/g, ' '));
}

export interface HeadingParts {
  readonly role: HeadingRole | null;
  /** True where a total word stands in it too (`一季度目标小计`). */
  readonly isTotal: boolean;
  /** What is left without role and unit words: a period, a KPI or both; folded. */
  readonly rest: string;
}

/** Takes role and unit words out of a heading: `1月目标(万元)` → target, `1月`. */
export function partsOfHeading(heading: string): HeadingParts {
  let rest = foldLabel(heading)
    .replaceAll(/[()[\]【】:,、]/gu, ' ')
    .trim();
  let role: HeadingRole | null = null;
  let isTotal = false;
  for (const [candidate, words] of roles) {
    if (!words.test(rest)) continue;
    rest = rest.replace(words, ' ').trim();
    if (candidate === 'subtotal') isTotal = true;
    else role ??= candidate;
  }
  rest = trimMarks(trimMarks(rest).replace(units, ' '));
  return { role: role ?? (isTotal ? 'subtotal' : null), isTotal, rest };
}

function trimMarks(text: string): string {
  return text
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[\s\-–—/_·.]+|[\s\-–—/_·.]+$/gu, '')
    .trim();
}
