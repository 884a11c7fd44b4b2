/** What `inspect` says cannot be computed yet: one line per cause, and what would help. */
import stringWidth from 'string-width';
import { datasetTitle, fieldTitle, qualifiedTitle } from '../../i18n/index.ts';
import { kpiNames, missingReason } from '../../i18n/missing-text.ts';
import { anyOf } from '../../i18n/needs-text.ts';
import { visible } from '../../lib/visible.ts';
import type { NotComputed } from '../../model/evaluation.ts';
import type { Inspection } from '../../model/inspection.ts';
import { basisOf } from '../../model/kpi-basis.ts';
import { groupMissing, type MissingGroup, presentIn } from '../../model/missing.ts';
import type { Session } from '../session.ts';
import { padRight, wrapText } from './wrap.ts';

interface Row {
  readonly what: string;
  readonly reason: string;
}

const mostNames = 2;
const widestName = 30;

export function cannotLines(inspection: Inspection, session: Session, width: number): string[] {
  const { words, isVerbose } = session;
  const isOwn = ({ id }: NotComputed) => session.ownKpis?.some((own) => own.id === id) === true;
  const groupsOf = (items: readonly NotComputed[]) => groupMissing(items, presentOf(inspection));
  // What somebody defined is always named, each with what it lacks.
  const own = inspection.cannot.filter(isOwn).flatMap((one) => groupsOf([one]));
  const groups = groupsOf(inspection.cannot.filter((one) => !isOwn(one)));
  const counted = isVerbose ? undefined : groups.find(({ ids }) => ids.length > mostNames);
  const hint = counted?.ids[0] === undefined ? [] : wrapText(words.inspect.allNames(counted.ids[0]), width);
  const rows = [
    ...attainmentRow(inspection, session),
    ...[...own, ...groups].map((group) => rowOf(group, inspection, session)),
  ];
  return [...table(rows, width), ...table(guesses(inspection, session), width), ...hint];
}

function presentOf({ sheets }: Inspection) {
  return presentIn(
    sheets.map(({ dataset, columns }) => ({ dataset, fields: columns.flatMap(({ field }) => field ?? []) })),
  );
}

/** Targets can be in another file; a file of targets alone has nothing to hold against them. */
function attainmentRow({ sheets, canCompute }: Inspection, { words }: Session): Row[] {
  if (canCompute.length === 0 || sheets.some(({ dataset }) => dataset === 'targets')) return [];
  return [{ what: words.inspect.attainment, reason: words.inspect.noTargets }];
}

function rowOf(group: MissingGroup, { cannot }: Inspection, session: Session): Row {
  return { what: whatOf(group, session), reason: reasonOf(group, cannot, session) };
}

function whatOf({ ids, kind, tables }: MissingGroup, { lang, words, isVerbose, ownKpis }: Session): string {
  const names = kpiNames(ids, lang, ownKpis);
  const isShort = ids.length <= mostNames && stringWidth(names) <= widestName;
  if (isVerbose || ids.length === 1 || isShort) return names;
  const [dataset] = tables;
  return kind === 'table' && dataset !== undefined
    ? words.kpisOf(ids.length, datasetTitle(dataset, lang), true)
    : words.kpiCount(ids.length);
}

function reasonOf(group: MissingGroup, cannot: Inspection['cannot'], { lang, words }: Session): string {
  const { kind, ids, columns, tables } = group;
  if (kind === 'rows' || kind === 'other') return missingReason(group, lang);
  const [dataset = ''] = tables;
  if (kind === 'table')
    return words.inspect.needsTable(datasetTitle(dataset, lang), fieldsFor(ids, dataset, cannot, lang));
  const fields = columns.map((name) => visible(qualifiedTitle(name, lang), 40));
  const others = tables.map((name) => datasetTitle(name, lang));
  return words.inspect.needs(anyOf([...new Set(fields)], lang), anyOf(others, lang));
}

/** The fields of a dataset that its KPIs need, each once. */
function fieldsFor(
  ids: readonly string[],
  dataset: string,
  cannot: Inspection['cannot'],
  lang: Session['lang'],
): string[] {
  const lacking = (id: string) => cannot.find((one) => one.id === id)?.missing ?? [];
  const needs = ids.flatMap((id) => basisOf(id)?.needs ?? lacking(id)).map((need) => need.split('|')[0] ?? '');
  const own = needs.filter((name) => name.startsWith(`${dataset}.`));
  return [...new Set(own.map((name) => qualifiedTitle(name, lang)))];
}

function guesses({ sheets }: Inspection, { words, lang }: Session): Row[] {
  return sheets.flatMap(({ columns }) =>
    columns.flatMap(({ column, heading, field, guess }) =>
      field === null && guess !== null
        ? [{ what: fieldTitle(guess, lang), reason: words.inspect.sayColumn(column, guess, visible(heading, 40)) }]
        : [],
    ),
  );
}

/** Names in a column, reasons beside them; where a name is long, its reason stands below. */
function table(rows: readonly Row[], width: number): string[] {
  const widths = rows.map(({ what }) => stringWidth(what)).filter((cells) => cells <= widestName);
  const lead = Math.min(Math.max(0, ...widths), Math.floor(width / 2)) + 2;
  return rows.flatMap(({ what, reason }) => {
    const isLong = stringWidth(what) > lead - 2;
    const reasons = wrapText(reason, width - lead);
    if (isLong) return [...wrapText(what, width), ...reasons.map((line) => ' '.repeat(lead) + line)];
    return reasons.map((line, i) => padRight(i === 0 ? what : '', lead) + line);
  });
}
