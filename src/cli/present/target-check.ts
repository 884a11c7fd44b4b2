/** What `targets check` prints: company, teams, people and months with their differences, and how reachable they are. */
import type { Catalogue } from '../../i18n/catalogue.ts';
import { fieldTitle, kpiWords, wordsOf } from '../../i18n/index.ts';
import { grouped } from '../../i18n/numbers.ts';
import { compare, type Decimal, isZero, round, signOf, toText } from '../../lib/decimal.ts';
import { visible } from '../../lib/visible.ts';
import type { Problem } from '../../model/problem.ts';
import type { CheckedKpi, CheckLine, CheckNode, TargetCheck } from '../../model/target-check.ts';
import type { Session } from '../session.ts';
import { percent, plainText, signedPercent } from './figures.ts';
import { groupLines, groupProblems } from './problem-lines.ts';
import { type TableColumn, tableLines } from './table.ts';
import { wrapText } from './wrap.ts';

type Words = Catalogue['plans'];

interface Row {
  readonly name: string;
  readonly line: CheckLine;
  readonly node: CheckNode | null;
}

const wide = 100;
/** Above it only the periods of the company and those with a difference are shown. */
const mostRows = 80;

export function presentCheck(
  check: TargetCheck,
  session: Session,
  files: readonly string[],
  json: string | null,
): void {
  const { world, words, isQuiet } = session;
  const { plans } = wordsOf(session.lang);
  const groups = groupProblems(check.problems).filter(({ severity }) => severity !== 'info');
  for (const line of groups.flatMap((group) => groupLines(group, 5, session, session.paintErr))) world.err(`${line}\n`);
  world.out(
    json ?? `${check.kpis.map((one) => kpiLines(one, check.problems, session, plans).join('\n')).join('\n\n')}\n`,
  );
  if (!check.ok && !isQuiet) world.err(`${files.join(', ')}: ${words.exitCode(1)}\n`);
}

function kpiLines(checked: CheckedKpi, problems: readonly Problem[], session: Session, plans: Words): string[] {
  const { lang, width } = session;
  const { check } = plans;
  const title = check.title({
    kpi: kpiWords(checked.kpi, lang, session.ownKpis).title,
    period: checked.period.id,
    version: checked.version,
  });
  const all = rowsOf(checked, plans, session);
  const rows =
    all.length <= mostRows
      ? all
      : all.filter(({ node, line }) => node !== null || hasDifference(line) || isCompany(checked, line));
  const wrong = all.filter(({ line }) => hasDifference(line)).length;
  return [
    title,
    '',
    ...treeTable(rows, checked, session, plans),
    ...(rows.length < all.length ? [check.hidden(all.length - rows.length)] : []),
    ...(checked.others.length === 0 ? [] : [check.otherVersions(checked.others.map((name) => visible(name, 40)))]),
    check.sums(wrong, !problems.some(isBrokenSum)),
    ...bestLines(checked, session, plans).flatMap((line) => wrapText(line, width)),
    ...pipelineLines(checked, session, plans),
    ...seasonLines(checked, session, plans),
  ];
}

function isBrokenSum({ code, severity }: Problem): boolean {
  return severity === 'error' && /^targets\/.*(?:-sum|-total)$/.test(code);
}

function hasDifference({ difference }: CheckLine): boolean {
  return difference !== null && !isZero(difference);
}

function isCompany({ nodes }: CheckedKpi, line: CheckLine): boolean {
  return nodes[0]?.lines.includes(line) === true;
}

function rowsOf({ nodes }: CheckedKpi, plans: Words, session: Session): Row[] {
  return nodes.flatMap((node): Row[] => [
    { name: '  '.repeat(node.depth) + nameOf(node, plans, session), line: node.whole, node },
    ...node.lines.map((line) => ({ name: `${'  '.repeat(node.depth + 1)}${line.period.id}`, line, node: null })),
  ]);
}

function nameOf({ level, name }: CheckNode, plans: Words, { lang }: Session): string {
  if (level === '') return plans.company;
  const isNode = level === 'rep' || level === 'team' || level === 'region';
  return isNode ? visible(name, 40) : `${fieldTitle(level, lang)} ${visible(name, 40)}`;
}

function treeTable(rows: readonly Row[], { unit }: CheckedKpi, session: Session, { check }: Words): string[] {
  const { columns: c } = check;
  const text = (value: Decimal | null) => valueText(value, unit);
  const hasReach = rows.some(({ node }) => node?.reach);
  const columns: TableColumn[] = [
    { head: c.node, align: 'left', least: 14, cells: rows.map(({ name }) => name) },
    { head: c.target, align: 'right', least: 10, cells: rows.map(({ line }) => text(line.stated)) },
    { head: c.sum, align: 'right', least: 10, cells: rows.map(({ line }) => text(line.sum)) },
    { head: c.difference, align: 'right', least: 8, cells: rows.map(({ line }) => differenceText(line, unit)) },
  ];
  const reach: TableColumn[] = [
    {
      head: c.before,
      align: 'right',
      least: 10,
      cells: rows.map(({ node }) => reachText(node, unit, (one) => one.before)),
    },
    { head: c.growth, align: 'right', least: 7, cells: rows.map(({ node }) => growthText(node)) },
    {
      head: c.best,
      align: 'right',
      least: 10,
      cells: rows.map(({ node }) => reachText(node, unit, (one) => one.best?.amount ?? null)),
    },
  ];
  const shown = !hasReach
    ? columns
    : session.width >= wide
      ? [...columns, ...reach]
      : [...columns, ...reach.slice(1, 2)];
  return tableLines(shown, Math.min(session.width, hasReach && session.width >= wide ? wide : 78));
}

function reachText(
  node: CheckNode | null,
  unit: CheckedKpi['unit'],
  of: (reach: NonNullable<CheckNode['reach']>) => Decimal | null,
): string {
  return node?.reach ? roughText(of(node.reach), unit) : '';
}

function growthText(node: CheckNode | null): string {
  if (!node?.reach) return '';
  return node.reach.growth === null ? '-' : signedPercent(node.reach.growth);
}

function valueText(value: Decimal | null, unit: CheckedKpi['unit']): string {
  if (value === null) return '-';
  return unit === 'money' || unit === 'count'
    ? grouped(toText(round(value, Math.min(value.scale, 2))))
    : plainText(value, unit);
}

/** Of what was made, cents say nothing. */
function roughText(value: Decimal | null, unit: CheckedKpi['unit']): string {
  return valueText(value && unit === 'money' ? round(value, 0) : value, unit);
}

function differenceText(line: CheckLine, unit: CheckedKpi['unit']): string {
  const { difference } = line;
  if (difference === null) return '';
  return signOf(difference) > 0 ? `+${valueText(difference, unit)}` : valueText(difference, unit);
}

function bestLines({ nodes }: CheckedKpi, session: Session, plans: Words): string[] {
  const join = session.lang === 'en' ? ', ' : '、';
  const above = nodes.filter(({ reach, whole }) => {
    const target = whole.stated ?? whole.sum;
    return reach?.best && target && reach.periods > 1 && compare(target, reach.best.amount) > 0;
  });
  const periods = Math.max(0, ...above.map(({ reach }) => reach?.periods ?? 0));
  return above.length === 0
    ? []
    : [plans.check.bestOf(above.map((node) => nameOf(node, plans, session)).join(join), periods)];
}

function pipelineLines({ nodes, unit }: CheckedKpi, session: Session, plans: Words): string[] {
  const { columns: c, pipelineTitle } = plans.check;
  const rows = nodes.flatMap((node) => (node.pipeline ? [{ node, need: node.pipeline }] : []));
  if (rows.length === 0) return [];
  const columns: TableColumn[] = [
    {
      head: c.node,
      align: 'left',
      least: 14,
      cells: rows.map(({ node }) => '  '.repeat(node.depth) + nameOf(node, plans, session)),
    },
    { head: c.gap, align: 'right', least: 10, cells: rows.map(({ need }) => roughText(need.gap, unit)) },
    {
      head: c.winRate,
      align: 'right',
      least: 8,
      cells: rows.map(({ need }) => (need.winRate === null ? '-' : percent(need.winRate))),
    },
    {
      head: c.required,
      align: 'right',
      least: 12,
      cells: rows.map(({ need }) => roughText(need.required, unit)),
    },
    { head: c.open, align: 'right', least: 10, cells: rows.map(({ need }) => roughText(need.open, unit)) },
  ];
  return ['', pipelineTitle, ...tableLines(columns, Math.min(session.width, 78))];
}

function seasonLines({ seasons }: CheckedKpi, session: Session, { check }: Words): string[] {
  if (seasons.length === 0) return [];
  const { columns: c } = check;
  const share = (value: Decimal | null) => (value === null ? '-' : percent(value));
  const columns: TableColumn[] = [
    { head: c.period, align: 'left', least: 14, cells: seasons.map(({ period }) => period.id) },
    { head: c.targetShare, align: 'right', least: 10, cells: seasons.map(({ target }) => share(target)) },
    { head: c.historyShare, align: 'right', least: 10, cells: seasons.map(({ history }) => share(history)) },
  ];
  return ['', check.seasonTitle, ...tableLines(columns, Math.min(session.width, 48))];
}
