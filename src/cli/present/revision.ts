/** What `targets revise` prints: each target that changes, before and after. */
import type { Revised } from '../../app/targets-revise.ts';
import { kpiWords, wordsOf } from '../../i18n/index.ts';
import { grouped } from '../../i18n/numbers.ts';
import { type Decimal, signOf, subtract, toText } from '../../lib/decimal.ts';
import { visible } from '../../lib/visible.ts';
import { formatDay } from '../../model/day.ts';
import type { Change, Revision } from '../../model/revision.ts';
import type { Session } from '../session.ts';
import { groupLines, groupProblems } from './problem-lines.ts';
import { type TableColumn, tableLines } from './table.ts';
import { wrapText } from './wrap.ts';

const mostRows = 60;

export function presentRevision(
  { revision, problems, outputs }: Revised,
  session: Session,
  { isDryRun, json }: { readonly isDryRun: boolean; readonly json: string | null },
): void {
  const { world, isQuiet } = session;
  const { plans } = wordsOf(session.lang);
  const groups = groupProblems(problems).filter(({ severity }) => severity !== 'info');
  for (const line of groups.flatMap((group) => groupLines(group, 3, session, session.paintErr))) world.err(`${line}\n`);
  world.out(json ?? `${revisionLines(revision, session).join('\n')}\n`);
  if (isQuiet) return;
  for (const path of outputs) world.err(`${isDryRun ? plans.wouldWrite(path) : plans.wrote(path)}\n`);
}

function revisionLines({ version, effectiveFrom, method, totals, changes }: Revision, session: Session): string[] {
  const { lang, width, ownKpis } = session;
  const { plans } = wordsOf(lang);
  const { revision: words } = plans;
  const own = changes.filter((change) => change.version === version);
  const head = words.head({ version, from: formatDay(effectiveFrom), method: words.methods[method] });
  const left = totals.map(({ kpi, before, after }) =>
    words.left({ kpi: kpiWords(kpi, lang, ownKpis).title, before: valueText(before), after: valueText(after) }),
  );
  const table = own.length === 0 ? [words.none] : changeTable(own, session);
  return [...wrapText(head, width), ...left, '', ...table];
}

function changeTable(changes: readonly Change[], { lang, ownKpis }: Session): string[] {
  const { plans } = wordsOf(lang);
  const { columns: c } = plans.revision;
  const shown = changes.slice(0, mostRows);
  const kpis = new Set(changes.map(({ kpi }) => kpi));
  const kpi: TableColumn = {
    head: c.kpi,
    align: 'left',
    least: 8,
    cells: shown.map((change) => kpiWords(change.kpi, lang, ownKpis).title),
  };
  const columns: TableColumn[] = [
    ...(kpis.size > 1 ? [kpi] : []),
    { head: c.node, align: 'left', least: 14, cells: shown.map(({ keys }) => nameOf(keys, plans.company)) },
    { head: c.period, align: 'left', least: 8, cells: shown.map(({ period }) => period.id) },
    {
      head: c.before,
      align: 'right',
      least: 10,
      cells: shown.map(({ before }) => (before === null ? '-' : valueText(before))),
    },
    { head: c.after, align: 'right', least: 10, cells: shown.map(({ after }) => valueText(after)) },
    { head: c.change, align: 'right', least: 10, cells: shown.map(changeText) },
  ];
  const lines = tableLines(columns, 72);
  return changes.length > mostRows ? [...lines, plans.more(changes.length - mostRows)] : lines;
}

function nameOf(keys: ReadonlyMap<string, string>, company: string): string {
  return keys.size === 0 ? company : [...keys.values()].map((value) => visible(value, 40)).join(' / ');
}

function changeText({ before, after }: Change): string {
  if (before === null) return '';
  const change = subtract(after, before);
  return `${signOf(change) > 0 ? '+' : ''}${valueText(change)}`;
}

function valueText(value: Decimal): string {
  return grouped(toText(value));
}
