/** Words by language, and the few ways to ask for them. */
import { type Decimal, isDecimal, round, toFixed, toNumber } from '../lib/decimal.ts';
import { visible } from '../lib/visible.ts';
import type { BatchFailure } from '../model/batch.ts';
import { type Details, isAmounts } from '../model/evaluation.ts';
import type { Caution, Why } from '../model/kpi.ts';
import type { OwnKpi } from '../model/own-kpi.ts';
import type { PresetId } from '../model/preset-ids.ts';
import type { Problem, ProblemParams } from '../model/problem.ts';
import { ConfigError, type ConfigFault } from '../problems/config-error.ts';
import type { UserError } from '../problems/user-error.ts';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { grouped } from './numbers.ts';
import type { ErrorWords, KpiWords, Lang, ProblemWords } from './shape.ts';
import { zhCn } from './zh-cn.ts';

export function wordsOf(lang: Lang): Catalogue {
  return lang === 'en' ? en : zhCn;
}

export interface ProblemText {
  /** A few words for the kind: `not a number`. */
  readonly title: string;
  readonly message: string;
  /** Empty where there is nothing to do. */
  readonly remedy: string;
}

/** A problem in words. Values from files come cut at 40 characters, with control and bidi characters escaped. */
export function describeProblem(found: Problem, lang: Lang): ProblemText {
  const words = own<ProblemWords<ProblemParams>>(wordsOf(lang).problems, found.code);
  if (words === undefined) return { title: found.code, message: found.code, remedy: '' };
  const seen = { value: cleanOrNull(found.value), heading: cleanOrNull(found.heading) };
  const params = Object.fromEntries(Object.entries(found.params).map(([name, value]) => [name, cleanParam(value)]));
  return { title: words.title, message: words.says(params, seen), remedy: words.remedy(params, seen) };
}

/** The kind of a problem in a few words: `not a number`. */
export function problemTitle(code: string, lang: Lang): string {
  return own<ProblemWords<ProblemParams>>(wordsOf(lang).problems, code)?.title ?? code;
}

/** A UserError in words: what is, and the way out (empty where there is none). */
export function describeError(
  error: Pick<UserError, 'code' | 'params' | 'message'>,
  lang: Lang,
): { readonly message: string; readonly hint: string } {
  if (error instanceof ConfigError) return describeConfigError(error, lang);
  const words = own<ErrorWords>(wordsOf(lang).errors, error.code);
  const read = reader(error.params, lang);
  if (words === undefined) return { message: error.message, hint: '' };
  return { message: words.message(read), hint: words.hint(read) };
}

/** Why a code matters and what usually causes it; undefined for codes whose fix is no edit of the file. */
export function reasonsOf(code: string, lang: Lang): { readonly why: string; readonly causes: string } | undefined {
  return own(wordsOf(lang).problemReasons, code);
}

/** The first fault in one line, with its place; the terminal shows all of them with their lines. */
function describeConfigError({ faults, message }: ConfigError, lang: Lang) {
  const [first] = faults;
  if (first === undefined) return { message, hint: '' };
  const { message: said, note } = describeFault(first, lang);
  const place = `${visible(first.file, 200)}:${first.line}:${first.column}`;
  return { message: `${place}${wordsOf(lang).terminal.colon}${said}`, hint: note };
}

/** A fault of a config in words: what is wrong, and what to type instead. */
export function describeFault(fault: ConfigFault, lang: Lang): { readonly message: string; readonly note: string } {
  const words = own<ErrorWords>(wordsOf(lang).errors, fault.code);
  const read = reader(fault.params, lang);
  return words === undefined
    ? { message: fault.code, note: '' }
    : { message: words.message(read), note: words.hint(read) };
}

/** Reads parameters as text that may be shown. */
function reader(params: UserError['params'], lang: Lang): (name: string) => string {
  const join = lang === 'en' ? ', ' : '、';
  return (name) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return '';
    return typeof value === 'object' ? value.map((item) => visible(item, 200)).join(join) : visible(String(value), 200);
  };
}

/** Why a file of a batch has no report, or only a draft. */
export function describeFailure(
  { code, params, problem }: BatchFailure,
  lang: Lang,
): { readonly message: string; readonly hint: string } {
  if (problem === null) return describeError({ code, params, message: code }, lang);
  const { message, remedy } = describeProblem(problem, lang);
  return { message, hint: remedy };
}

/** Title, meaning and formula of a KPI; `<id>-growth` is made from its KPI; an unknown id stands for itself. */
export function kpiWords(id: string, lang: Lang, ownKpis: readonly OwnKpi[] = []): KpiWords {
  const defined = ownKpis.find((kpi) => kpi.id === id);
  if (defined !== undefined) return ownWords(defined, lang);
  const { kpis } = wordsOf(lang);
  const words = own<KpiWords>(kpis, id);
  if (words !== undefined) return words;
  const base = id.endsWith('-growth') ? own<KpiWords>(kpis, id.slice(0, -'-growth'.length)) : undefined;
  if (base === undefined) return { title: id, meaning: '', formula: '', source: '' };
  return lang === 'en'
    ? {
        title: `${base.title} growth`,
        meaning: `Change of ${inSentence(base.title)} against the comparison period.`,
        formula: '(actual - base) / base',
        source: 'Common practice',
        noData: 'nothing to compare with',
      }
    : {
        title: `${base.title}增长率`,
        meaning: `${base.title}与对比期相比的变化。`,
        formula: '(实际 - 基数) / 基数',
        source: '通行做法',
        noData: '没有可对比的数据',
      };
}

function ownWords({ title, text, file, line }: OwnKpi, lang: Lang): KpiWords {
  const source = `${visible(file, 200)}:${line}`;
  const meaning = wordsOf(lang).configForm.ownKpi;
  return { title: visible(title[lang], 60), meaning, formula: visible(text, 400), source };
}

/** Why a KPI has no value, in a few words. */
export function whyText(id: string, why: Why, lang: Lang): string {
  const { noData, noBase } = kpiWords(id, lang);
  const special = why === 'no-data' ? noData : why === 'zero-denominator' ? noBase : undefined;
  return special ?? wordsOf(lang).whys[why];
}

/** What a value has to be read with; how many it concerns where the details say so. */
export function cautionText(caution: Caution, details: Details, lang: Lang): string {
  const { cautions, countedCautions } = wordsOf(lang);
  const name = caution.replaceAll(/-[a-z]/g, (letter) => letter.slice(1).toUpperCase());
  const count = own(details, name);
  const say = countedCautions[caution];
  return say !== undefined && isDecimal(count) ? say(toNumber(count)) : cautions[caution];
}

/** What a KPI tells beside its value: quartiles, denominators, how long the history is. */
export function detailTexts(details: Details, lang: Lang): string[] {
  const { details: say } = wordsOf(lang);
  const { p25, p75, p90, denominators, lookbackDays } = details;
  const money = isAmounts(denominators) ? denominators : {};
  const { invoiced = null, due = null } = money;
  return [
    ...(isDecimal(p25) && isDecimal(p75) ? [say.quartiles(rounded(p25, 1), rounded(p75, 1))] : []),
    ...(isDecimal(p90) ? [say.p90(rounded(p90, 1))] : []),
    ...(invoiced === null ? [] : [say.invoiced(rounded(invoiced, 0))]),
    ...(due === null ? [] : [say.due(rounded(due, 0))]),
    ...(isDecimal(lookbackDays) ? [say.lookback(rounded(lookbackDays, 0))] : []),
  ];
}

function rounded(value: Decimal, digits: number): string {
  return grouped(toFixed(round(value, digits)));
}

/** A title inside a sentence: `Win rate` → `win rate`; `CSAT` stays. */
export function inSentence(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.slice(0, 1).toLowerCase() + title.slice(1) : title;
}

/** What the program of a preset is called. */
export function presetTitle(id: PresetId, lang: Lang): string {
  return wordsOf(lang).presets[id].title;
}

/** Name of a field, for people; a heading of the file stands for itself. */
export function fieldTitle(name: string, lang: Lang): string {
  return own<string>(wordsOf(lang).fields, name) ?? name;
}

/** Name of a `dataset.field`, for people. */
export function qualifiedTitle(name: string, lang: Lang): string {
  return own<string>(wordsOf(lang).qualifiedFields, name) ?? fieldTitle(name.slice(name.indexOf('.') + 1), lang);
}

/** Name of a dataset, for people. */
export function datasetTitle(name: string, lang: Lang): string {
  return own<string>(wordsOf(lang).datasets, name) ?? name;
}

function own<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function cleanOrNull(text: string | null): string | null {
  return text === null ? null : visible(text, 40);
}

function cleanParam(value: string | number | readonly string[]): string | number | readonly string[] {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? visible(value, 80) : value.map((item) => visible(item, 40));
}
