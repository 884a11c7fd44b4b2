/** People that a config names, as a table of people: joined, checked and reported like one of a file. */
import { decimal } from '../lib/decimal.ts';
import { formatDay } from '../model/day.ts';
import { type MappedColumn, nothingStated, type RecognisedTable } from '../model/mapping.ts';
import type { Person } from '../model/person.ts';
import { cellKind, type RawColumn } from '../model/raw-table.ts';

const fields = ['rep', 'employeeId', 'team', 'region', 'manager', 'role', 'from', 'to'] as const;
type Field = (typeof fields)[number];

/** Null where nobody is named. Its rows stand on the lines of the config. */
export function configPeopleTable(people: readonly Person[]): RecognisedTable | null {
  const [first] = people;
  if (first === undefined) return null;
  const used = fields.filter((field) => people.some((person) => textOf(person, field) !== ''));
  const lines = Uint32Array.from(people, ({ place }) => place.row ?? 1);
  return {
    raw: {
      file: first.place.file,
      sheet: null,
      isHidden: false,
      isOwn: false,
      isTyped: false,
      rowCount: people.length,
      rowNumbers: lines,
      shownRows: lines,
      columns: used.map((field) => rawColumn(people.map((person) => textOf(person, field)))),
      merges: [],
      hiddenRows: new Set(),
    },
    mapping: {
      dataset: 'people',
      preset: null,
      isDeclared: true,
      headerRow: null,
      firstData: 0,
      columns: used.map(mappedColumn),
      roles: new Map(),
      statements: nothingStated,
      periodColumns: [],
      statuses: new Map(),
      quirks: new Set(),
      problems: [],
    },
  };
}

function textOf(person: Person, field: Field): string {
  if (field === 'rep') return person.rep;
  if (field !== 'from' && field !== 'to') return person.texts.get(field) ?? '';
  const day = person[field];
  return day === null ? '' : formatDay(day);
}

function rawColumn(texts: readonly string[]): RawColumn {
  return {
    kinds: Uint8Array.from(texts, (text) => (text === '' ? cellKind.empty : cellKind.text)),
    values: Uint32Array.from(texts, (text, row) => (text === '' ? 0 : row)),
    pool: { size: texts.length, text: (index) => texts[index] ?? '', isPlain: false },
    formats: new Map(),
  };
}

function mappedColumn(field: Field, index: number): MappedColumn {
  return {
    index,
    heading: field === 'rep' ? 'name' : field,
    field,
    guess: null,
    confidence: 'declared',
    type: field === 'from' || field === 'to' ? 'date' : 'text',
    dateOrder: 'ymd',
    numberFormat: null,
    unit: decimal(1),
    unitStated: null,
    currency: null,
    tax: null,
    isPercent: false,
    empty: 0,
    distinct: 0,
    sample: null,
    smallest: null,
    largest: null,
  };
}
