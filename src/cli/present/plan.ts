/** What `targets breakdown` prints: every share and why, and what the parts get. */
import type { Breakdown } from '../../app/targets-breakdown.ts';
import type { Catalogue } from '../../i18n/catalogue.ts';
import { fieldTitle, kpiWords, wordsOf } from '../../i18n/index.ts';
import { grouped } from '../../i18n/numbers.ts';
import { compare, type Decimal, sum, toText, zero } from '../../lib/decimal.ts';
import { visible } from '../../lib/visible.ts';
import type { Plan, PlanNode } from '../../model/plan.ts';
import type { Session } from '../session.ts';
import { moneyInSentence, moneyScale, percent, plainText } from './figures.ts';
import { groupLines, groupProblems } from './problem-lines.ts';
import { type TableColumn, tableLines } from './table.ts';
import { cutTo, wrapText } from './wrap.ts';

interface Showing {
  readonly isDryRun: boolean;
  /** The document to print in place of the tables. */
  readonly json: string | null;
}

type Words = Catalogue['plans'];

export function presentPlan(
  { plan, problems, outputs }: Breakdown,
  session: Session,
  { isDryRun, json }: Showing,
): void {
  const { world, isQuiet } = session;
  const { plans } = wordsOf(session.lang);
  const found = groupProblems(problems).filter(({ severity }) => severity !== 'info');
  for (const line of found.flatMap((group) => groupLines(group, 3, session, session.paintErr))) world.err(`${line}\n`);
  world.out(json ?? `${planLines(plan, session, plans).join('\n')}\n`);
  if (isQuiet) return;
  for (const path of outputs) world.err(`${isDryRun ? plans.wouldWrite(path) : plans.wrote(path)}\n`);
  const [first] = outputs;
  if (!isDryRun && json === null && first !== undefined) world.err(`${plans.next(first)}\n`);
}

function planLines(plan: Plan, session: Session, words: Words): string[] {
  const { lang, width } = session;
  const kpi = kpiWords(plan.kpi, lang, session.ownKpis).title;
  const leaves = leavesOf(plan.root);
  const head = words.split({
    period: plan.period.id,
    kpi,
    total: inSentence(plan.root.total, plan, session),
    how: words.methods[plan.method],
    parts: Math.max(1, leaves.length),
    columns: plan.columns.length,
    step: grouped(toText(plan.step)),
  });
  const join = lang === 'en' ? ', ' : '、';
  const notes = plan.notes.flatMap(({ kind, names }) =>
    wrapText(words.notes[kind](names.map((name) => visible(name, 40)).join(join)), width),
  );
  return [
    ...wrapText(head, width),
    ...baseLines(plan, words, session),
    ...(plan.root.children.length === 0 ? [] : ['', ...partTable(plan, session, words)]),
    ...(plan.columns.length < 2 ? [] : ['', ...periodTable(plan, session, words)]),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ];
}

function inSentence(value: Decimal, { unit, currency }: Plan, { lang }: Session): string {
  return unit === 'money' ? moneyInSentence(value, moneyScale([value], lang), currency, lang) : plainText(value, unit);
}

function baseLines({ bases }: Plan, words: Words, { lang }: Session): string[] {
  const colon = lang === 'en' ? ': ' : '：';
  const join = lang === 'en' ? ', ' : '、';
  const { periods, parts } = bases;
  return [
    ...(periods.length === 0 ? [] : [`  ${words.facts.periodBase}${colon}${periods.map(({ id }) => id).join(join)}`]),
    ...(parts === null ? [] : [`  ${words.facts.partBase}${colon}${parts.id}`]),
  ];
}

const mostRows = 60;

interface Row {
  readonly name: string;
  readonly share: Decimal | null;
  readonly target: Decimal;
  readonly why: string;
}

function partTable(plan: Plan, session: Session, words: Words): string[] {
  const rows: Row[] = [];
  addRows(plan.root, 0, rows, words);
  const head = plan.dimensions.map((name) => fieldTitle(name, session.lang)).join(' / ');
  return shareTable(capital(head), rows, plan, session, words);
}

function addRows(node: PlanNode, depth: number, rows: Row[], words: Words): void {
  for (const child of node.children) {
    rows.push({
      name: `${'  '.repeat(depth)}${visible(child.path.at(-1) ?? '', 40)}`,
      share: child.share.share,
      target: child.total,
      why: child.ramp.length === 0 ? words.because[child.share.because] : rampText(child, words),
    });
    addRows(child, depth + 1, rows, words);
  }
}

function rampText({ ramp }: PlanNode, words: Words): string {
  return words.rampFrom(ramp[0]?.column ?? '', ramp.at(-1)?.column ?? '');
}

function periodTable(plan: Plan, session: Session, words: Words): string[] {
  const rows = plan.columns.map(({ period, share }, i) => ({
    name: period.id,
    share: share.share,
    target: plan.root.values[i] ?? zero,
    why: words.because[share.because],
  }));
  return shareTable(words.columns.period, rows, plan, session, words);
}

function shareTable(head: string, rows: readonly Row[], plan: Plan, session: Session, words: Words): string[] {
  const shown = rows.slice(0, mostRows);
  const { columns: c } = words;
  const total = sum([zero, ...plan.root.values]);
  const all = [...shown.map(({ target }) => target), total];
  const columns: TableColumn[] = [
    {
      head,
      align: 'left',
      least: 12,
      cells: [...shown.map(({ name }) => (session.mayCut ? cutTo(name, 30) : name)), words.total],
    },
    {
      head: c.share,
      align: 'right',
      least: 7,
      cells: [...shown.map(({ share }) => (share === null ? '-' : percent(share))), ''],
    },
    { head: c.target, align: 'right', least: 12, cells: all.map((value) => valueText(value, plan)) },
    { head: c.why, align: 'left', least: 8, cells: [...shown.map(({ why }) => why), ''] },
  ];
  const lines = tableLines(columns, Math.min(session.width, 72), shown.length);
  return rows.length > mostRows ? [...lines, words.more(rows.length - mostRows)] : lines;
}

/** Targets are shown to the last digit: they are what people are held to. */
function valueText(value: Decimal, { unit }: Plan): string {
  return unit === 'money' || compare(value, zero) === 0 ? grouped(toText(value)) : plainText(value, unit);
}

function leavesOf(node: PlanNode): PlanNode[] {
  return node.children.length === 0 ? (node.path.length === 0 ? [] : [node]) : node.children.flatMap(leavesOf);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
