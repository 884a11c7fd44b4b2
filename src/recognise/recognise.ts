/** Raw tables → what each is: header, dataset, fields, formats, rows that are no data, and what is in doubt. */
import { given } from '../lib/given.ts';
import type { DatasetName } from '../model/fields.ts';
import { type Mapping, nothingStated, type RecognisedTable } from '../model/mapping.ts';
import type { RecogniseOptions } from '../model/options.ts';
import type { Problem } from '../model/problem.ts';
import type { RawFile, RawTable } from '../model/raw-table.ts';
import { problem } from '../problems/catalogue.ts';
import { Candidates, type Decision, decide, decideByPreset, missingFields } from './decide.ts';
import { checkColumns, type Declared, declarationsOf, declaredColumns, notReadReason, wishesOf } from './declared.ts';
import { buildMapping } from './mapping.ts';
import { withActuals } from './plan-actuals.ts';
import { claimOf } from './presets/match.ts';
import type { Recognised } from './recognised.ts';
import { openSheet } from './sheet.ts';
import { fileName, readStatements } from './statements.ts';
import { completeTargets } from './target-fields.ts';
import { wideTargets } from './wide.ts';

export interface RecognisedFiles {
  readonly tables: readonly RecognisedTable[];
  readonly problems: readonly Problem[];
}

/**
 * Recognises all tables of all files together: formats are settled over all tables of one dataset, and heads of orders
 * are orders only beside their lines. Problems of a table stand in its mapping; those of the whole in `problems`.
 * Throws a UserError where `--as`, `--sheet` or `--column` names what is not there.
 */
export function recognise(files: readonly RawFile[], options: RecogniseOptions = {}): RecognisedFiles {
  const declared = declarationsOf(files, options);
  const opened = files.flatMap((file) => file.tables.map((raw) => openTable(file, raw, options, declared)));
  checkColumns(
    options,
    opened.flatMap((table) => ('sheet' in table ? table.sheet.columns : [])),
  );
  const settled = settleActuals(settleHeads(opened));
  const isUsable = settled.some((table) => 'decision' in table && table.decision.dataset !== null);
  const mapped = buildMappings(settled, options, isUsable);
  return { tables: mapped, problems: [] };
}

type Opened = Recognised | { readonly raw: RawTable; readonly mapping: Mapping };

function openTable(file: RawFile, raw: RawTable, options: RecogniseOptions, declared: Declared): Opened {
  const declaredDataset = declared.datasetOf(raw);
  const why = notReadReason(raw, options, declaredDataset !== null);
  if (why !== null) return { raw, mapping: unread(raw, why) };
  const sheet = openSheet(raw, options.headerRow, declaredColumns(options), wishesOf(options));
  const stated = readStatements(raw, sheet.header.rows[0] ?? 0, options.fiscalYearStart);
  const claim = claimOf(sheet.columns);
  const candidates = new Candidates(sheet, claim);
  const names = {
    sheet: raw.sheet ?? '',
    file: fileName(raw.file),
    title: stated.title ?? '',
    statePeriod: stated.period !== null,
  };
  const own = (claim && decideByPreset(candidates, claim)) ?? decide(candidates, names);
  const wide = wideTargets(candidates, stated, names, own, {
    declared: declaredDataset,
    ...given({ fiscalYearStart: options.fiscalYearStart }),
  });
  const decision = wide ? wide.decision : decisionOf(candidates, own, declaredDataset);
  return {
    raw,
    sheet,
    stated,
    claim,
    candidates,
    decision,
    isDeclared: declaredDataset !== null,
    layout: wide?.layout ?? null,
    isCommaSeparated: file.delimiter === ',',
  };
}

function decisionOf(candidates: Candidates, own: Decision, declared: DatasetName | null): Decision {
  if (declared === null) return own;
  const [field] = missingFields(candidates, declared);
  return {
    dataset: declared,
    assignment: declared === 'targets' ? completeTargets(candidates, false) : candidates.of(declared),
    missing: field === undefined ? null : { dataset: declared, field },
    needsLines: false,
  };
}

/** Heads of orders without an amount are orders only where lines of orders stand beside them. */
function settleHeads(tables: readonly Opened[]): readonly Opened[] {
  const hasLines = tables.some((table) => 'decision' in table && table.decision.dataset === 'order-lines');
  if (hasLines) return tables;
  return tables.map((table) => {
    if (!('decision' in table) || !table.decision.needsLines) return table;
    const missing = { dataset: 'orders', field: 'amount' } as const;
    return { ...table, decision: { dataset: null, assignment: null, missing, needsLines: false } };
  });
}

const sales: ReadonlySet<DatasetName | null> = new Set(['orders', 'order-lines', 'deals']);

/** Where no table holds sales, what plans say was reached is all there is. */
function settleActuals(tables: readonly Opened[]): readonly Opened[] {
  if (tables.some((table) => 'decision' in table && sales.has(table.decision.dataset))) return tables;
  return tables.map((table) => {
    if (!('decision' in table)) return table;
    return { ...table, decision: withActuals(table.candidates, table.decision, table.layout) };
  });
}

function buildMappings(tables: readonly Opened[], options: RecogniseOptions, isUsable: boolean): RecognisedTable[] {
  const recognised = tables.filter((table): table is Recognised => 'decision' in table);
  const mappings = buildMapping(recognised, options, isUsable);
  return tables.map((table) => {
    if ('mapping' in table) return { raw: table.raw, mapping: table.mapping };
    const mapping = mappings.get(table);
    return { raw: table.raw, mapping: mapping ?? unread(table.raw, '') };
  });
}

function unread(raw: RawTable, why: string): Mapping {
  const place = { file: raw.file, sheet: raw.sheet, row: null, column: null };
  return {
    dataset: null,
    preset: null,
    statuses: new Map(),
    quirks: new Set(),
    isDeclared: false,
    headerRow: null,
    firstData: 0,
    columns: [],
    roles: new Map(),
    statements: nothingStated,
    periodColumns: [],
    problems: why === '' ? [] : [problem('table/not-read', place, { why }, { treatment: 'ignored', affects: 'none' })],
  };
}
