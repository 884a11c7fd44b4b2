/** The document of an earlier `evaluate --json`, read back to hold another run against it. */
import { z } from 'zod';
import { type Decimal, decimalFromDouble, decimalFromText } from '../lib/decimal.ts';
import { factDatasets } from '../model/data-set.ts';
import { type KeptField, type KeptRows, type KeptShare, type KeptTable, keptKinds } from '../model/kept-rows.ts';
import { UserError } from '../problems/user-error.ts';

export interface EarlierEvaluation {
  readonly tool: string;
  readonly asOf: string;
  readonly period: string;
  readonly currency: string | null;
  readonly config: string | null;
  readonly options: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly inputs: readonly EarlierInput[];
  readonly actuals: ReadonlyMap<string, Decimal | null>;
  /** Null where the document does not hold its rows. */
  readonly rows: KeptRows | null;
}

export interface EarlierInput {
  readonly path: string;
  readonly sha256: string;
  readonly datasets: readonly string[];
}

const schemaName = /^salesmetrics\.([a-z-]+)\/(\d+)$/;

const cell = z.union([z.string(), z.number(), z.null()]);
const exact = /^-?\d+(\.\d+)?$/;

const keptTable = z.object({
  dataset: z.enum(factDatasets),
  fields: z.array(z.object({ name: z.string(), kind: z.enum(keptKinds) })),
  kpis: z.array(z.object({ id: z.string(), adds: z.enum(['amount', 'key']) })),
  rows: z.array(z.array(cell)),
});

const keptRows = z.object({
  places: z.array(z.object({ file: z.string(), sheet: z.string().nullable() })),
  tables: z.array(keptTable),
});

const document = z.object({
  tool: z.object({ version: z.string() }),
  asOf: z.string(),
  currency: z.string().nullable(),
  config: z.object({ sha256: z.string() }).nullable(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  period: z.object({ id: z.string() }),
  inputs: z.array(
    z.object({
      path: z.string(),
      sha256: z.string(),
      tables: z.array(z.object({ dataset: z.string().nullable() })),
    }),
  ),
  kpis: z.array(z.object({ id: z.string(), actual: z.number().nullable() })),
  // Documents of versions that kept no rows do not have it.
  rows: keptRows.nullish(),
});

/**
 * Throws UserErrors: `against/not-json`, `against/other-document` (validation, explanation, anything else),
 * `against/newer`, and `against/damaged` where a part of it is not as the schema says.
 */
export function parseEarlierEvaluation(text: string, file: string): EarlierEvaluation {
  const value = jsonOf(text, file);
  checkSchema(value, file);
  const parsed = document.safeParse(value);
  if (!parsed.success) throw new UserError('against/damaged', { file, where: whereOf(parsed.error) });
  const { tool, asOf, currency, config, options, period, inputs, kpis, rows } = parsed.data;
  const actuals = new Map(kpis.map(({ id, actual }) => [id, actual === null ? null : sameDouble(actual)]));
  return {
    tool: tool.version,
    asOf,
    period: period.id,
    currency,
    config: config?.sha256 ?? null,
    options,
    inputs: inputs.map(({ path, sha256, tables }) => ({
      path,
      sha256,
      datasets: tables.flatMap(({ dataset }) => dataset ?? []),
    })),
    actuals,
    rows: rows ? { period, actuals, tables: rows.tables.map((table) => tableOf(table, rows.places, file)) } : null,
  };
}

/** The shortest decimal that is this double: with fewer digits an exact sum would not be known again. */
function sameDouble(value: number): Decimal {
  const text = String(value);
  return exact.test(text) ? decimalFromText(text) : decimalFromDouble(value);
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UserError('against/not-json', { file }, { cause });
  }
}

const named = z.object({ schema: z.string() });

function checkSchema(value: unknown, file: string): void {
  const found = named.safeParse(value);
  const schema = found.success ? found.data.schema : '';
  const [, name, version] = schemaName.exec(schema) ?? [];
  if (name !== 'evaluation') throw new UserError('against/other-document', { file, schema });
  if (version !== '1') throw new UserError('against/newer', { file, schema });
}

function whereOf({ issues: [first] }: z.ZodError): string {
  return first?.path.join('.') ?? '';
}

/** Place, row and state stand before the cells of a kept row. */
const headCells = 3;
const inPeriod = 1;
const leftOut = 2;

type ParsedTable = z.output<typeof keptTable>;
type Places = z.output<typeof keptRows>['places'];

function tableOf({ dataset, fields, kpis, rows }: ParsedTable, places: Places, file: string): KeptTable {
  const length = headCells + fields.length + kpis.length;
  const amounts = [
    ...fields.map(({ kind }) => kind === 'amount'),
    ...kpis.map(({ adds }) => adds === 'amount'),
  ].flatMap((is, at) => (is ? [headCells + at] : []));
  const isSound = (row: ParsedTable['rows'][number]) =>
    row.length === length && amounts.every((at) => isAmount(row[at]));
  const wrong = rows.findIndex((row) => !isSound(row));
  if (wrong >= 0) throw new UserError('against/damaged', { file, where: `rows, ${dataset} ${wrong + 1}` });
  const at = (row: number, column: number) => rows[row]?.[column] ?? null;
  const textAt = (row: number, column: number) => String(at(row, column) ?? '');
  return {
    dataset,
    rowCount: rows.length,
    fields: fields.map((field, index): KeptField => ({ ...field, cell: (row) => textAt(row, headCells + index) })),
    shares: new Map(
      kpis.map(({ id, adds }, index) => [id, shareOf(adds, (row) => at(row, headCells + fields.length + index))]),
    ),
    placeOf(row) {
      const { file: of, sheet } = places[Number(at(row, 0))] ?? { file, sheet: null };
      return { file: of, sheet, row: Number(at(row, 1)) || null, column: null };
    },
    isThere: () => true,
    isLeftOut: (row) => at(row, 2) === leftOut,
    isInPeriod: (row) => at(row, 2) === inPeriod,
  };
}

function isAmount(value: string | number | null | undefined): boolean {
  return value === null || value === '' || (typeof value === 'string' && exact.test(value));
}

function shareOf(adds: 'amount' | 'key', at: (row: number) => string | number | null): KeptShare {
  if (adds === 'key') return { adds, at: (row) => textOf(at(row)) };
  return {
    adds,
    at(row) {
      const text = textOf(at(row));
      return text === null ? null : decimalFromText(text);
    },
  };
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value);
}
