/** `explain`: codes, KPIs and exit codes in words. */
import stringWidth from 'string-width';
import { examples } from '../../i18n/examples.ts';
import { cautionText, describeProblem, fieldTitle, kpiWords, reasonsOf, whyText, wordsOf } from '../../i18n/index.ts';
import { needsText } from '../../i18n/needs-text.ts';
import type { Lang } from '../../i18n/shape.ts';
import { type DatasetName, datasetNames, datasets } from '../../model/fields.ts';
import { basisOf, type KpiBasis } from '../../model/kpi-basis.ts';
import { traitsOf } from '../../model/kpi-traits.ts';
import type { OwnKpi } from '../../model/own-kpi.ts';
import { presetIds } from '../../model/preset-ids.ts';
import type { Problem } from '../../model/problem.ts';
import { type ProblemCode, problemCodes, severities } from '../../problems/catalogue.ts';
import type { Session } from '../session.ts';
import { padRight, wrapText } from './wrap.ts';

export function listCodes({ lang, words }: Session): string {
  const { problems } = wordsOf(lang);
  const width = Math.max(...problemCodes.map((code) => code.length));
  return problemCodes
    .map((code) => `${code.padEnd(width)}  ${padRight(words.severity[severities[code]], 7)}  ${problems[code].title}\n`)
    .join('');
}

export function listKpis({ lang }: Session): string {
  const ids = Object.keys(wordsOf(lang).kpis);
  const width = Math.max(...ids.map((id) => id.length));
  return ids.map((id) => `${id.padEnd(width)}  ${kpiWords(id, lang).title}\n`).join('');
}

/** The programs whose exports are known by their headings, and which of their tables. */
export function listPresets({ lang, width }: Session): string {
  const { presets } = wordsOf(lang);
  const idWidth = Math.max(...presetIds.map((id) => id.length)) + 2;
  const titleWidth = Math.max(...presetIds.map((id) => stringWidth(presets[id].title))) + 2;
  const lead = idWidth + titleWidth;
  return presetIds
    .flatMap((id) => {
      const { title, knows } = presets[id];
      const head = id.padEnd(idWidth) + padRight(title, titleWidth);
      return wrapText(knows, Math.max(20, width - lead)).map(
        (line, i) => `${padRight(i === 0 ? head : '', lead)}${line}\n`,
      );
    })
    .join('');
}

export function listExitCodes({ words }: Session): string {
  return Object.entries(words.explain.exitCodes)
    .map(([code, meaning]) => `${code.padStart(3)}  ${meaning}\n`)
    .join('');
}

/** The datasets and their fields, as `--column`, `--by` and the config name them. */
export function listFields({ lang }: Session): string {
  const titles = wordsOf(lang).datasets;
  const fieldNames = (dataset: DatasetName) => Object.keys(datasets[dataset]);
  const names = datasetNames.flatMap(fieldNames);
  const width = Math.max(...names.map((name) => name.length));
  return datasetNames
    .map((dataset) => {
      const lines = fieldNames(dataset).map((name) => `  ${name.padEnd(width)}  ${fieldTitle(name, lang)}\n`);
      return `${dataset}  ${titles[dataset]}\n${lines.join('')}`;
    })
    .join('\n');
}

/** The files that are read, and what is made of those that are not. */
export function listFormats({ lang, width }: Session): string {
  return pairLines(wordsOf(lang).formats, width);
}

/** The variables that are looked at; none of them changes a number. */
export function listEnvironment({ lang, width }: Session): string {
  return pairLines(wordsOf(lang).environment, width);
}

function pairLines(pairs: readonly (readonly [string, string])[], width: number): string {
  return `${factLines(pairs, width).join('\n')}\n`;
}

/** What is said of a code or a KPI: labels and texts, empty where there is nothing to say. */
type Facts = readonly (readonly [label: string, text: string])[];

/** What a code means, on an example made of its parameters' names. */
export function explainCode(code: ProblemCode, { lang, words, width }: Session): string {
  const { title } = describeProblem(exampleOf(code), lang);
  const head = `${code}  ${title}  (${words.explain.severities[severities[code]]})`;
  return `${[...wrapText(head, width), '', ...factLines(codeFacts(code, lang), width)].join('\n')}\n`;
}

/** For the terminal and for the pages of `docs/`. */
export function codeFacts(code: ProblemCode, lang: Lang): Facts {
  const { explain } = wordsOf(lang).terminal;
  const { message, remedy } = describeProblem(exampleOf(code), lang);
  const reasons = reasonsOf(code, lang);
  return [
    [explain.example, message],
    [explain.why, reasons?.why ?? ''],
    [explain.causes, reasons?.causes ?? ''],
    [explain.fix, remedy],
    [explain.turnDown, `salesmetrics validate FILE --ignore ${code}`],
  ];
}

/** What the config says of a KPI of its own. */
export function explainOwnKpi(id: string, own: readonly OwnKpi[], { lang, words, width }: Session): string {
  const { explain } = words;
  const { title, meaning, formula, source } = kpiWords(id, lang, own);
  const kpi = own.find((one) => one.id === id);
  const facts = [
    [explain.formula, formula],
    [explain.unit, kpi === undefined ? '' : wordsOf(lang).units[kpi.unit]],
    [explain.better, kpi === undefined ? '' : explain.betterWords[kpi.better]],
    [explain.source, source],
  ] as const;
  return `${[...wrapText(`${id}  ${title}`, width), '', ...wrapText(meaning, width), '', ...factLines(facts, width)].join('\n')}\n`;
}

/** What a KPI is, needs and comes from, and when it has no value or has to be read with care. */
export function explainKpi(id: string, { lang, width }: Session): string {
  const { title, meaning } = kpiWords(id, lang);
  const head = [`${id}  ${title}`, '', ...wrapText(meaning, width), ''];
  return `${[...head, ...factLines(kpiFacts(id, lang), width)].join('\n')}\n`;
}

/** For the terminal and for the pages of `docs/`. */
export function kpiFacts(id: string, lang: Lang): Facts {
  const { units, rollUps, terminal } = wordsOf(lang);
  const { explain, brackets } = terminal;
  const { formula, source } = kpiWords(id, lang);
  const traits = traitsOf(id);
  const basis = basisOf(id) ?? growthBasis(id);
  return [
    [explain.formula, formula],
    [explain.unit, traits === undefined ? '' : units[traits.unit]],
    [explain.better, traits === undefined ? '' : explain.betterWords[traits.better]],
    [explain.rollUp, basis === undefined ? '' : rollUps[basis.rollUp]],
    [explain.needs, basis === undefined ? '' : needsText(basis.needs, lang)],
    [explain.noValue, (basis?.whys ?? []).map((why) => whyText(id, why, lang) + brackets(why)).join('\n')],
    [explain.caution, (basis?.cautions ?? []).map((one) => cautionText(one, {}, lang)).join('\n')],
    [explain.source, source],
  ];
}

/** A change needs what its KPI needs, and a period to compare with; changes are never added. */
function growthBasis(id: string): KpiBasis | undefined {
  const base = basisOf(id.replace(/-growth$/, ''));
  return base && { ...base, rollUp: 'recounted', whys: ['no-data', 'negative-base'] };
}

function factLines(facts: Facts, width: number): string[] {
  const shown = facts.filter(([, text]) => text !== '');
  const lead = Math.max(...shown.map(([label]) => stringWidth(label))) + 2;
  return shown.flatMap(([label, text]) =>
    wrapText(text, width - lead).map((line, i) => `${padRight(i === 0 ? label : '', lead)}${line}`),
  );
}

function exampleOf(code: ProblemCode): Problem {
  const { params = {}, value = null, heading = null } = examples[code] ?? {};
  return {
    code,
    severity: severities[code],
    place: { file: '', sheet: null, row: null, column: null },
    related: [],
    heading,
    value,
    params: { ...params },
    treatment: 'none',
    affects: 'period',
  };
}
