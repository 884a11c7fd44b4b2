/** How the targets were found: method, history, and every share with its reason. */
import type { Catalogue } from '../../i18n/catalogue.ts';
import { grouped } from '../../i18n/numbers.ts';
import { toText } from '../../lib/decimal.ts';
import type { Cell, Sheet } from '../../model/document.ts';
import type { Plan, PlanNode, Share } from '../../model/plan.ts';
import { blank, number, text } from '../cells.ts';
import { kindOf, percentText } from '../numbers.ts';
import { SheetBuilder } from '../sheet-builder.ts';
import { dimensionTitle, kpiTitle, type Words } from '../words.ts';
import { periodHeading } from './period-headings.ts';
import { percent } from './sums-line.ts';

export function profileSheet(plan: Plan, words: Words, plans: Catalogue['plans']): Sheet {
  const sheet = new SheetBuilder(plans.sheets.profile, 'data');
  sheet.put(1, 1, text(plans.sheets.profile, 'title'));
  sheet.height(1, 28);
  let row = 3;
  for (const [label, said] of factsOf(plan, words, plans)) {
    sheet.putRow(row, 1, [text(label, 'note'), text(said, 'note')]);
    row += 1;
  }
  sheet.putRow(row, 1, [text(plans.facts.rounding, 'note'), text(plans.largestRemainder, 'note', { wraps: true })]);
  sheet.merge({ top: row, left: 2, bottom: row, right: 5 });
  sheet.height(row, 58);
  row += 1;
  for (const { kind, names } of plan.notes) {
    sheet.put(row, 1, text(plans.notes[kind](words.report.list(names)), 'note'));
    row += 1;
  }
  sheet.put(row + 1, 1, text(plans.shareTitle.periods, 'section'));
  const { columns: c } = plans;
  const periods = sheet.table({
    name: 'tblPeriodShares',
    top: row + 2,
    left: 1,
    columns: [c.period, c.share, c.basis, c.why],
    items: plan.columns,
    row: ({ period, share }) => [text(periodHeading(period, plans)), ...shareCells(share, plan, plans)],
  });
  sheet.put(periods.next + 1, 1, text(plans.shareTitle.parts, 'section'));
  sheet.table({
    name: 'tblPartShares',
    top: periods.next + 2,
    left: 1,
    columns: [c.part, c.share, c.basis, c.why, c.ramp],
    items: nodesBelow(plan.root),
    row: (node) => [text(node.path.join(' / ')), ...shareCells(node.share, plan, plans), text(rampText(node, plans))],
  });
  sheet.width(1, 24, 44);
  sheet.width(4, 16, 36);
  sheet.width(5, 16, 60);
  return sheet.build();
}

/** Nodes in the order of the targets sheet, those above before their parts. */
export function nodesBelow(node: PlanNode): PlanNode[] {
  return node.children.flatMap((child) => [child, ...nodesBelow(child)]);
}

function shareCells({ share, basis, because }: Share, { unit }: Plan, plans: Catalogue['plans']): Cell[] {
  const kind = because === 'history' || because === 'mean' ? kindOf(unit) : 'count';
  return [
    share === null ? blank('-') : number('ratio', share, 2),
    basis === null ? blank('-') : number(kind, basis, 0),
    text(plans.because[because]),
  ];
}

function rampText({ ramp }: PlanNode, plans: Catalogue['plans']): string {
  return ramp.map(({ column, part }) => plans.rampIn(column, percentText(part, 0))).join(', ');
}

function factsOf(plan: Plan, words: Words, plans: Catalogue['plans']): (readonly [string, string])[] {
  const { facts } = plans;
  const { periods, parts } = plan.bases;
  const buffers = [...plan.buffers].map(
    ([name, ratio]) => [facts.buffer(name === '*' ? facts.each : dimensionTitle(words, name)), percent(ratio)] as const,
  );
  return [
    [facts.kpi, kpiTitle(words, plan.kpi)],
    [facts.period, plan.period.id],
    [facts.total, grouped(toText(plan.root.total))],
    [facts.from, plans.from[plan.from]],
    [facts.method, plans.methods[plan.method]],
    [facts.periodBase, periods.length === 0 ? plans.noBase : words.report.list(periods.map(({ id }) => id))],
    [facts.partBase, parts === null ? plans.noBase : parts.id],
    [facts.step, grouped(toText(plan.step))],
    ...buffers,
  ];
}
