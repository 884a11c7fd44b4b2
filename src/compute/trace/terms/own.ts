/** What KPIs of the config are made of. */
import type { TermKey, TermRole } from '../../../model/explanation.ts';
import type { Unit } from '../../../model/kpi.ts';
import { type Aggregate, kpisIn, type Operand, type OwnKpi } from '../../../model/own-kpi.ts';
import { streamOfAggregate } from '../../own/aggregate-part.ts';
import { wantedRows } from '../../own/where.ts';
import type { Adding, At, FigureTerm, RowsTerm, Term } from '../term.ts';

/** Sums and counts are the value, averages a quotient; of medians and extremes the rows are told beside. */
export function termsOfOwn({ formula, unit }: OwnKpi): readonly Term[] {
  switch (formula.kind) {
    case 'simple':
      return simpleTerms(formula.of, unit);
    case 'ratio':
      return [operandTerm('own-of', 'top', formula.of, unit), operandTerm('own-to', 'bottom', formula.to, unit)];
    case 'derived':
      return kpisIn(formula.expression).map((id) => kpiTerm(id, 'part', unit));
    case 'cumulative':
      return [kpiTerm(formula.of, 'part', unit)];
  }
}

function simpleTerms(aggregate: Aggregate, unit: Unit): readonly Term[] {
  const { kind } = aggregate;
  if (kind === 'average') {
    return [
      aggregateTerm('own-of', 'top', { ...aggregate, kind: 'sum' }, unit),
      aggregateTerm('own-to', 'bottom', { ...aggregate, kind: 'count' }, 'count'),
    ];
  }
  const isAdded = kind === 'sum' || kind === 'count' || kind === 'countDistinct';
  return [aggregateTerm('own-rows', isAdded ? 'value' : 'part', aggregate, unit)];
}

function operandTerm(key: TermKey, role: TermRole, operand: Operand, unit: Unit): Term {
  if ('kpi' in operand) return kpiTerm(operand.kpi, role, unit);
  const { aggregate } = operand;
  const isAdded = aggregate.kind === 'sum' || aggregate.kind === 'count' || aggregate.kind === 'countDistinct';
  return aggregateTerm(key, isAdded ? role : 'part', aggregate, aggregate.kind === 'sum' ? 'money' : 'count');
}

/** What another KPI says is known from the quotient's own parts. */
function kpiTerm(id: string, role: TermRole, unit: Unit): FigureTerm {
  return {
    kind: 'figure',
    key: 'own-kpi',
    role,
    unit,
    kpi: id,
    figure: ({ numerator, denominator }) => (role === 'top' ? numerator : role === 'bottom' ? denominator : null),
  };
}

function aggregateTerm(key: TermKey, role: TermRole, aggregate: Aggregate, unit: Unit): RowsTerm {
  return {
    kind: 'rows',
    key,
    role,
    unit,
    stream: streamOfAggregate(aggregate),
    adding: (at) => addingOf(at, aggregate),
    wanted: (at) => wantedOf(at, aggregate.field, aggregate.where),
  };
}

function addingOf({ slice }: At, { kind, field }: Aggregate): Adding | null {
  const { facts } = slice.population;
  const column = facts.columns.get(field);
  if (kind === 'count') return column ? { kind: 'one' } : null;
  if (kind !== 'countDistinct') return column?.kind === 'amount' ? { kind: 'column', column } : null;
  const texts = column?.kind === 'text' ? column : facts.dimension(field);
  return texts ? { kind: 'distinct', column: texts, blanks: false } : null;
}

function wantedOf({ slice }: At, field: string, where: Aggregate['where']): (row: number) => boolean {
  const { facts } = slice.population;
  const wanted = wantedRows(facts, where);
  const column = facts.columns.get(field);
  const isThere = (row: number) => (column?.kind === 'text' ? column.codes[row] !== 0 : column?.present[row] !== 0);
  return (row) => wanted !== null && (wanted === undefined || wanted[row] === 1) && isThere(row);
}
