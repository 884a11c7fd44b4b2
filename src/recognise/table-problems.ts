/** What is to be said of a whole table: columns in doubt or missing, units that scale it. */
import { toText } from '../lib/decimal.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { problem } from '../problems/catalogue.ts';
import { nearHeadings } from './guesses.ts';
import { type ColumnUnit, isScaled } from './money.ts';
import type { Recognised } from './recognised.ts';

/** `isUsable`: another table of the run has a dataset. */
export function decisionProblems(table: Recognised, isUsable: boolean): Problem[] {
  const { decision, raw, sheet } = table;
  const problems = [...ambiguities(table), ...repeatedHeadings(table)];
  if (decision.missing) problems.push(missingColumn(table, decision.missing, isUsable));
  if (isHistory(table)) {
    const extras = { treatment: 'ignored', affects: 'none' } as const;
    return [...problems, problem('table/not-read', tablePlace(table), { why: 'stage-history' }, extras)];
  }
  problems.push(...expectedClose(table), ...standIns(table));
  if (decision.dataset === null && raw.rowCount > 0 && !decision.missing) {
    const headings = sheet.columns.map(({ heading }) => heading).filter((heading) => heading !== '');
    problems.push(
      problem(
        'table/not-recognised',
        tablePlace(table),
        { headings: headings.slice(0, 12) },
        { treatment: 'ignored', affects: 'none' },
      ),
    );
  }
  return problems;
}

/** A table that its preset names and no figure is made of. */
function isHistory({ decision, claim }: Recognised): boolean {
  return decision.dataset === null && claim !== null && claim.table.dataset === null;
}

/** Deals dated by the day on which they were expected to end. */
function expectedClose(table: Recognised): Problem[] {
  const { claim, decision, sheet } = table;
  const close = decision.assignment?.fields.get('closeDate');
  if (decision.dataset !== 'deals' || close?.confidence !== 'preset') return [];
  if (claim?.table.quirks?.includes('expected-close') !== true) return [];
  const heading = sheet.columns[close.index]?.heading ?? '';
  return [
    problem('table/expected-close', headerPlace(table, close.index), { heading }, { heading, treatment: 'counted' }),
  ];
}

/** A price taken for the amount because nothing counts pieces (`assign.ts`); what a plan says was reached, as revenue. */
function standIns(table: Recognised): Problem[] {
  const { dataset, assignment } = table.decision;
  const amount = assignment?.fields.get('amount');
  const isLone = (dataset === 'orders' || dataset === 'order-lines') && amount?.confidence === 'content';
  const actual = assignment?.fields.get('actual');
  const said = (code: 'table/price-as-amount' | 'table/actuals-of-plan', index: number): Problem => {
    const heading = table.sheet.columns[index]?.heading ?? '';
    return problem(code, headerPlace(table, index), { heading }, { heading, treatment: 'counted' });
  };
  return [
    ...(isLone ? [said('table/price-as-amount', amount.index)] : []),
    ...(actual ? [said('table/actuals-of-plan', actual.index)] : []),
  ];
}

function tablePlace({ raw, sheet }: Recognised): Place {
  const last = sheet.header.rows.at(-1);
  return {
    file: raw.file,
    sheet: raw.sheet,
    row: last === undefined ? null : (raw.rowNumbers[last] ?? null),
    column: null,
  };
}

function headerPlace(table: Recognised, index: number): Place {
  const { raw, sheet } = table;
  // Of several header rows the one in which this column's own heading stands.
  const row = sheet.header.rows.findLast((one) => raw.columns[index]?.kinds[one] !== 0);
  return {
    ...tablePlace(table),
    row: row === undefined ? tablePlace(table).row : (raw.rowNumbers[row] ?? null),
    column: index + 1,
  };
}

function ambiguities(table: Recognised): Problem[] {
  const { decision, sheet } = table;
  return (decision.assignment?.ambiguous ?? []).map(({ field, indexes }) => {
    const [first = 0, ...others] = indexes;
    const headings = indexes.map((index) => sheet.columns[index]?.heading ?? '');
    return problem(
      'header/ambiguous-column',
      headerPlace(table, first),
      { field, columns: headings },
      {
        related: others.map((index) => headerPlace(table, index)),
        heading: headings[0] ?? null,
        value: headings[0] ?? null,
      },
    );
  });
}

/** Two columns of one heading that are no field: `--by` could not tell them apart. */
function repeatedHeadings(table: Recognised): Problem[] {
  const { decision, sheet } = table;
  if (decision.dataset === null) return [];
  const inDoubt = new Set((decision.assignment?.ambiguous ?? []).flatMap(({ indexes }) => indexes));
  const byKey = new Map<string, number[]>();
  for (const { index, keys } of sheet.columns) {
    const key = keys[0] ?? '';
    if (key !== '' && !inDoubt.has(index)) byKey.set(key, [...(byKey.get(key) ?? []), index]);
  }
  const repeated = [...byKey.values()].filter((indexes) => indexes.length > 1);
  const [[first = 0, ...others] = []] = repeated;
  if (repeated.length === 0) return [];
  const columns = repeated.map(([index = 0]) => sheet.columns[index]?.heading ?? '');
  const related = others.map((index) => headerPlace(table, index));
  return [problem('header/repeated-heading', headerPlace(table, first), { columns }, { related, affects: 'none' })];
}

/** An error where the user said what the table is, or where nothing else in the run can be used. */
function missingColumn(
  table: Recognised,
  { dataset, field }: { readonly dataset: Recognised['decision']['dataset'] & string; readonly field: string },
  isUsable: boolean,
): Problem {
  const near = nearHeadings(table.sheet.columns, dataset, field);
  const isError = table.isDeclared || !isUsable;
  return problem(
    'header/missing-column',
    tablePlace(table),
    { field, dataset, near },
    {
      severity: isError ? 'error' : 'info',
      treatment: 'ignored',
      affects: isError ? 'period' : 'none',
    },
  );
}

/** One line per stated unit that scales columns. */
export function unitProblems(table: Recognised, units: ReadonlyMap<number, ColumnUnit>): Problem[] {
  const byStatement = new Map<string, number>();
  for (const [index, unit] of units) {
    const key = unit.from === 'heading' ? `heading ${index}` : (unit.from ?? '');
    if (unit.from !== null && unit.from !== 'flag' && isScaled(unit) && !byStatement.has(key))
      byStatement.set(key, index);
  }
  return [...byStatement.values()].flatMap((index) => {
    const unit = units.get(index);
    if (!unit) return [];
    const { unitCell } = table.stated;
    const place =
      unit.from === 'title' && unitCell
        ? { ...tablePlace(table), row: table.raw.rowNumbers[unitCell.row] ?? null, column: unitCell.column + 1 }
        : headerPlace(table, index);
    const params = { stated: unit.stated ?? '', factor: toText(unit.factor) };
    return [
      problem('table/unit-scaled', place, params, {
        treatment: 'converted',
        heading: table.sheet.columns[index]?.heading ?? null,
      }),
    ];
  });
}
