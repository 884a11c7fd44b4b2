/** The cells of facts as plain texts: what two runs are held against each other by. */
import { decimal, toText, trim } from '../../lib/decimal.ts';
import { formatDay } from '../../model/day.ts';
import type { KeptField } from '../../model/kept-rows.ts';
import type { Column, Facts } from '../../model/table.ts';
import { amountAt } from '../aggregate/sum.ts';
import { plannedClose } from '../earlier-deals.ts';

/** Person and team as figures are broken down by them; days that a comparison with other deals made are no cells. */
export function fieldsOf(facts: Facts): KeptField[] {
  const people = ['rep', 'team'].filter((name) => facts.dimension(name) !== undefined);
  const names = new Set([...facts.columns.keys(), ...people].filter((name) => name !== plannedClose));
  return [...names].flatMap((name) => {
    const column = (people.includes(name) ? facts.dimension(name) : undefined) ?? facts.columns.get(name);
    return column ? [{ name, kind: column.kind, cell: cellsOf(column) }] : [];
  });
}

function cellsOf(column: Column): (row: number) => string {
  switch (column.kind) {
    case 'text':
      return (row) => column.text(column.codes[row] ?? 0);
    case 'day': {
      const textOf = remembered(formatDay);
      return (row) => (column.present[row] === 1 ? textOf(column.days[row] ?? 0) : '');
    }
    case 'amount': {
      const textOf = remembered((units) => toText(trim(decimal(units, column.scale))));
      return (row) => {
        if (column.present[row] !== 1) return '';
        const exact = column.exact.has(row) ? amountAt(column, row) : null;
        return exact ? toText(exact) : textOf(column.units[row] ?? 0);
      };
    }
  }
}

/** Days and prices repeat: each is spelled once. */
function remembered(spell: (value: number) => string): (value: number) => string {
  const known = new Map<number, string>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const made = spell(value);
    known.set(value, made);
    return made;
  };
}
