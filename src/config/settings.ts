/** What a config says, as the options of the stages: these know nothing of it. */
import { decimalFromText } from '../lib/decimal.ts';
import { foldName, foldText } from '../lib/fold-text.ts';
import { given } from '../lib/given.ts';
import { parseIsoDay } from '../model/day.ts';
import { datasetNames } from '../model/fields.ts';
import type { ComputeOptions, RecogniseOptions, ValidateOptions } from '../model/options.ts';
import type { Person } from '../model/person.ts';
import type { Severity } from '../model/problem.ts';
import { ConfigError } from '../problems/config-error.ts';
import { checkConfig } from './check-config.ts';
import { inOrder } from './check-file.ts';
import { builtInNamed, kindsOf } from './check-kpis.ts';
import type { ConfigFile } from './config-file.ts';
import { type LoadedConfig, loadConfig, type ReadText } from './load-config.ts';
import { ownKpisOf } from './own-kpis.ts';

type Language = 'auto' | 'en' | 'zh-CN';

export type ReportSettings = NonNullable<ConfigFile['report']>;

/** What a run takes from its config; flags go before it. */
export interface Settings {
  readonly source: { readonly path: string; readonly sha256: string };
  readonly lang: Language | undefined;
  /** How the files look that are written. */
  readonly report: ReportSettings;
  readonly recognise: RecogniseOptions;
  readonly validate: ValidateOptions;
  readonly compute: ComputeOptions;
  /** A file with one date a line. */
  readonly holidaysFile: string | undefined;
  /** Keys that are given and change nothing yet. */
  readonly unused: readonly string[];
}

/** Throws a ConfigError with all that is wrong, and the UserErrors of `read`. */
export async function readSettings(path: string, read: ReadText): Promise<Settings> {
  const config = await loadConfig(path, read);
  const own = ownKpisOf(config);
  const faults = inOrder([...config.faults, ...checkConfig(config), ...own.faults]);
  if (faults.length > 0) throw new ConfigError(faults);
  const { data, resolve } = config;
  const { holidays, fiscalYearStart } = data.calendar ?? {};
  const severities = severitiesOf(data);
  return {
    source: { path, sha256: config.sha256 },
    lang: data.lang,
    report: data.report ?? {},
    recognise: given({ as: ratesFile(config), ...columnOptions(data), defaultUnit: unitOf(data), fiscalYearStart }),
    validate: given({
      tax: taxOf(data),
      taxFrom: 'config' as const,
      currency: data.money?.currency?.toUpperCase(),
      ...rateOptions(data),
      statuses: wordsOf(data.values?.status),
      stages: wordsOf(data.values?.stage),
      people: peopleOf(config),
      names: namesOf(data),
      holidays: typeof holidays === 'object' ? new Set(holidays.flatMap((day) => parseIsoDay(day) ?? [])) : undefined,
      severities,
      ownKpis: own.kpis.length === 0 ? undefined : own.kpis,
      fiscalYearStart,
    }),
    compute: given({
      thresholds: thresholdsOf(data),
      ...kpiOptions(data),
      ownKpis: own.kpis.length === 0 ? undefined : own.kpis,
      retentionBase: data.retention?.base,
      lookback: data.lookback,
      allowSkipped: allowanceOf(data),
      expect: expectOf(data),
      severities,
      fiscalYearStart,
    }),
    holidaysFile: typeof holidays === 'string' ? resolve(holidays, ['calendar', 'holidays']) : undefined,
    unused: unusedOf(data),
  };
}

function columnOptions({ columns }: ConfigFile): Pick<RecogniseOptions, 'headings' | 'withoutColumn'> {
  if (columns === undefined) return {};
  const said = datasetNames.flatMap((dataset) => {
    const fields = Object.hasOwn(columns, dataset) ? Object.entries(columns[dataset] ?? {}) : [];
    return fields.length === 0 ? [] : [{ dataset, fields }];
  });
  return {
    headings: new Map(said.map(({ dataset, fields }) => [dataset, headingsOf(fields)] as const)),
    withoutColumn: new Map(said.map(({ dataset, fields }) => [dataset, barredOf(fields)] as const)),
  };
}

type Said = readonly (readonly [field: string, headings: string | readonly string[] | null])[];

function headingsOf(fields: Said): ReadonlyMap<string, readonly string[]> {
  return new Map(
    fields.flatMap(([field, named]) =>
      named === null ? [] : [[field, typeof named === 'string' ? [named] : named] as const],
    ),
  );
}

function barredOf(fields: Said): ReadonlySet<string> {
  return new Set(fields.flatMap(([field, named]) => (named === null ? [field] : [])));
}

function unitOf({ money }: ConfigFile): string | undefined {
  const unit = money?.unit;
  return unit === undefined || unit === 'auto' ? undefined : String(unit);
}

function taxOf({ money }: ConfigFile): ValidateOptions['tax'] {
  const isIncluded = money?.taxIncluded;
  return isIncluded === undefined ? undefined : isIncluded ? 'included' : 'excluded';
}

function ratesFile({ data: { money }, resolve }: LoadedConfig): RecogniseOptions['as'] {
  const { rates } = money ?? {};
  const [named, path] =
    typeof rates === 'string' ? [rates, ['money', 'rates']] : [rates?.file, ['money', 'rates', 'file']];
  return named === undefined ? undefined : [{ dataset: 'rates', file: resolve(named, path), sheet: null }];
}

function rateOptions({ money }: ConfigFile): Pick<ValidateOptions, 'rates' | 'ratePolicy'> {
  const { rates } = money ?? {};
  if (rates === undefined || typeof rates === 'string') return {};
  const table = rates.table?.map(({ date, from, to, rate }) => ({
    day: dayOrNull(date),
    from: from.toUpperCase(),
    to: to.toUpperCase(),
    rate: decimalFromText(plain(rate)),
  }));
  return given({ rates: table, ratePolicy: rates.policy });
}

function wordsOf<Use extends string>(
  uses: Partial<Record<Use, readonly (string | number | boolean)[]>> | undefined,
): ReadonlyMap<string, Use> | undefined {
  if (uses === undefined) return undefined;
  const words = new Map<string, Use>();
  for (const use in uses) for (const word of uses[use] ?? []) words.set(foldName(String(word)), use);
  return words;
}

function peopleOf({ data: { people }, placeOf }: LoadedConfig): readonly Person[] | undefined {
  return people?.map(({ name, employeeId, team, region, manager, role, from, to }, i) => {
    const { file, line } = placeOf(['people', i]);
    const texts = Object.entries({ employeeId, team, region, manager, role });
    return {
      rep: name,
      from: dayOrNull(from),
      to: dayOrNull(to),
      texts: new Map(texts.flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)] as const]))),
      place: { file, sheet: null, row: line, column: null },
    };
  });
}

function dayOrNull(text: string | undefined): number | null {
  return text === undefined ? null : (parseIsoDay(text) ?? null);
}

/** Other spelling, folded → the name. */
function namesOf({ people }: ConfigFile): ReadonlyMap<string, string> | undefined {
  const spelled = (people ?? []).flatMap(({ name, en, aliases = [] }) =>
    [...aliases, ...(en === undefined ? [] : [en])].map((alias) => [foldText(alias), name] as const),
  );
  return spelled.length === 0 ? undefined : new Map(spelled);
}

function severitiesOf({ validation }: ConfigFile): ReadonlyMap<string, Severity | 'off'> | undefined {
  return validation?.rules === undefined ? undefined : new Map(Object.entries(validation.rules));
}

function thresholdsOf({ status }: ConfigFile): ComputeOptions['thresholds'] {
  if (status === undefined) return undefined;
  return { met: decimalFromText(plain(status.met ?? 1)), near: decimalFromText(plain(status.near ?? 0.8)) };
}

function kpiOptions({ kpis = {} }: ConfigFile): Pick<ComputeOptions, 'kpiTargets' | 'kpiWeights'> {
  const said = (key: 'target' | 'weight') => {
    const found = Object.entries(kpis).flatMap(([name, entry]) => {
      const id = kindsOf(entry).length > 0 ? name : builtInNamed(name);
      const value = entry[key];
      return value === undefined || id === undefined ? [] : [[id, decimalFromText(plain(value))] as const];
    });
    return found.length === 0 ? undefined : new Map(found);
  };
  return given({ kpiTargets: said('target'), kpiWeights: said('weight') });
}

/** A number of YAML as decimal text: 15 digits at most, so what was typed. */
function plain(value: number | string): string {
  if (typeof value === 'string') return value;
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : text;
}

function allowanceOf({ validation }: ConfigFile): ComputeOptions['allowSkipped'] {
  const allowed = validation?.allowSkipped;
  if (allowed === undefined) return undefined;
  if (typeof allowed === 'number') return { rows: allowed };
  return { percent: allowed.replace(/\s?[%％]$/, '') };
}

function expectOf({ expect }: ConfigFile): ComputeOptions['expect'] {
  if (expect === undefined) return undefined;
  return Object.entries(expect).map(([name, said]) => {
    const [value = '', tolerance = '0'] = plain(said)
      .split('@')
      .map((part) => part.trim());
    return { kpi: builtInNamed(name) ?? name, value, tolerance };
  });
}

function unusedOf(data: ConfigFile): string[] {
  const { report, forecast, commission } = data;
  return [
    ...(report?.logo === undefined ? [] : ['report.logo']),
    ...(forecast === undefined ? [] : ['forecast']),
    ...(commission === undefined ? [] : ['commission']),
  ];
}
