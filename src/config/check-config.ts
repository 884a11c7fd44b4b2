/** What a schema cannot say: names that must exist, words that may mean one thing only. */
import { closestTo } from '../lib/closest.ts';
import { foldName, foldText } from '../lib/fold-text.ts';
import { datasetNames, datasets } from '../model/fields.ts';
import { problemCodes } from '../problems/catalogue.ts';
import type { ConfigFault } from '../problems/config-error.ts';
import { inOrder } from './check-file.ts';
import { builtInNamed, checkKpis, isKpiName, kpiSuggestions } from './check-kpis.ts';
import type { LoadedConfig } from './load-config.ts';
import type { Path } from './yaml-file.ts';

/** Every fault of the merged config, in the order of the files' lines. */
export function checkConfig(config: LoadedConfig): ConfigFault[] {
  return inOrder([
    ...columnFaults(config),
    ...wordFaults(config),
    ...peopleFaults(config),
    ...ruleFaults(config),
    ...statusFaults(config),
    ...currencyFaults(config),
    ...checkKpis(config),
    ...expectFaults(config),
  ]);
}

function unknownKey({ fault }: LoadedConfig, path: Path, known: readonly string[]): ConfigFault {
  const key = String(path.at(-1));
  return fault('config/unknown-key', { key, near: closestTo(key, known).slice(0, 1), known }, path, true);
}

/** Of whatever dataset: that a table of another one has no such column is true. */
const anyField: ReadonlySet<string> = new Set(Object.values(datasets).flatMap((fields) => Object.keys(fields)));

function columnFaults(config: LoadedConfig): ConfigFault[] {
  return Object.entries(config.data.columns ?? {}).flatMap(([dataset, fields]) => {
    const found = datasetNames.find((one) => one === dataset);
    if (found === undefined) return [unknownKey(config, ['columns', dataset], datasetNames)];
    const known = Object.keys(datasets[found]);
    return Object.entries(fields)
      .filter(([field, named]) => !known.includes(field) && !(named === null && anyField.has(field)))
      .map(([field]) => field)
      .map((field) => unknownKey(config, ['columns', dataset, field], known));
  });
}

/** A word that means two things means nothing. */
function wordFaults({ data, fault }: LoadedConfig): ConfigFault[] {
  return (['status', 'stage'] as const).flatMap((field) => {
    const seen = new Map<string, string>();
    return Object.entries(data.values?.[field] ?? {}).flatMap(([use, words]) =>
      words.flatMap((word, i) => {
        const key = foldName(String(word));
        const other = seen.get(key);
        seen.set(key, use);
        const path = ['values', field, use, i];
        const isTwice = other !== undefined && other !== use;
        return isTwice ? [fault('config/word-twice', { word: String(word), other }, path)] : [];
      }),
    );
  });
}

function peopleFaults({ data, fault }: LoadedConfig): ConfigFault[] {
  const owners = new Map<string, string>();
  return (data.people ?? []).flatMap(({ name, en, aliases = [], from, to }, i) => {
    const spelled: [string, Path][] = [
      [name, ['people', i, 'name']],
      ...(en === undefined ? [] : [[en, ['people', i, 'en']] satisfies [string, Path]]),
      ...aliases.map((alias, j): [string, Path] => [alias, ['people', i, 'aliases', j]]),
    ];
    const twice = spelled.flatMap(([text, path]) => {
      const owner = owners.get(foldText(text));
      owners.set(foldText(text), name);
      return owner !== undefined && owner !== name
        ? [fault('config/name-twice', { name: text, other: owner }, path)]
        : [];
    });
    const isCrossed = from !== undefined && to !== undefined && to < from;
    return isCrossed ? [...twice, fault('config/ends-before-start', { from, to }, ['people', i, 'to'])] : twice;
  });
}

function ruleFaults(config: LoadedConfig): ConfigFault[] {
  return Object.keys(config.data.validation?.rules ?? {})
    .filter((code) => !problemCodes.some((known) => known === code))
    .map((code) => unknownKey(config, ['validation', 'rules', code], problemCodes));
}

function statusFaults({ data, fault }: LoadedConfig): ConfigFault[] {
  const { met = 1, near = 0.8 } = data.status ?? {};
  return near > met
    ? [fault('config/near-above-met', { near: String(near), met: String(met) }, ['status', 'near'])]
    : [];
}

function currencyFaults({ data, fault }: LoadedConfig): ConfigFault[] {
  const value = data.money?.currency;
  if (value === undefined || /^[A-Za-z]{3}$/.test(value)) return [];
  return [fault('config/not-a-currency', { value }, ['money', 'currency'])];
}

function expectFaults({ data, fault }: LoadedConfig): ConfigFault[] {
  return Object.entries(data.expect ?? {}).flatMap(([kpi, value]) => {
    const path = ['expect', kpi];
    if (!isKpiName(kpi, data) && builtInNamed(kpi) === undefined) {
      const known = kpiSuggestions(data);
      return [fault('config/unknown-kpi', { name: kpi, near: closestTo(kpi, known).slice(0, 1) }, path, true)];
    }
    const text = String(value);
    const isNumber = /^-?\d{1,30}(?:\.\d{1,30})?(?:\s*@\s*\d{1,30}(?:\.\d{1,30})?)?$/.test(text);
    return isNumber ? [] : [fault('config/wrong-type', { key: kpi, wanted: 'number' }, path)];
  });
}
