/** Entries of `kpis`: which are built in, which are own, and whether the own ones can be computed. */
import { closestTo } from '../lib/closest.ts';
import { kpiNamed } from '../model/kpi-names.ts';
import { knownKpis, traitsOf } from '../model/kpi-traits.ts';
import type { ConfigFault } from '../problems/config-error.ts';
import type { ConfigFile } from './config-file.ts';
import { type KpiEntry, kpiKinds } from './kpi-entry.ts';
import type { LoadedConfig } from './load-config.ts';

/** The kinds that an entry defines itself by; none: it is about a built-in KPI. */
export function kindsOf(entry: KpiEntry): readonly (typeof kpiKinds)[number][] {
  return kpiKinds.filter((kind) => entry[kind] !== undefined);
}

/** The id of the built-in KPI that a name means: `new-customers`, `newCustomers`, `retention`, 新客户数. */
export function builtInNamed(name: string): string | undefined {
  if (traitsOf(name) !== undefined) return name;
  const dashed = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return traitsOf(dashed) !== undefined ? dashed : kpiNamed(name);
}

/** Is there an own KPI of that name? */
export function isKpiName(name: string, { kpis = {} }: ConfigFile): boolean {
  return Object.hasOwn(kpis, name) && kindsOf(kpis[name] ?? {}).length > 0;
}

/** Names of KPIs, as a config spells them. */
export function kpiSuggestions({ kpis = {} }: ConfigFile): string[] {
  const spelled = knownKpis.map((id) => id.replaceAll(/-[a-z]/g, (part) => part.slice(1).toUpperCase()));
  return [...Object.keys(kpis), ...knownKpis, ...spelled];
}

export function checkKpis(config: LoadedConfig): ConfigFault[] {
  return Object.entries(config.data.kpis ?? {}).flatMap(([id, entry]) => {
    const kinds = kindsOf(entry);
    return kinds.length === 0 ? builtInFaults(config, id, entry) : ownFaults(config, id, kinds);
  });
}

/** What only own KPIs have. */
const ownKeys = ['title', 'unit', 'format', 'better'] as const;

function builtInFaults({ fault, data }: LoadedConfig, id: string, entry: KpiEntry): ConfigFault[] {
  if (builtInNamed(id) === undefined) {
    const near = closestTo(id, kpiSuggestions(data)).filter((name) => name !== id);
    return [fault('config/unknown-kpi', { name: id, near: near.slice(0, 1) }, ['kpis', id], true)];
  }
  return ownKeys
    .filter((key) => entry[key] !== undefined)
    .map((key) => fault('config/built-in-kpi', { id, key }, ['kpis', id, key], true));
}

function ownFaults({ fault }: LoadedConfig, id: string, kinds: readonly string[]): ConfigFault[] {
  const path = ['kpis', id];
  if (traitsOf(id) !== undefined) return [fault('config/kpi-taken', { id }, path, true)];
  if (!/^[A-Za-z][A-Za-z0-9-]{0,63}$/.test(id)) return [fault('config/kpi-id', { id }, path, true)];
  return kinds.length > 1 ? [fault('config/two-kinds', { id, kinds }, [...path, kinds[1] ?? ''], true)] : [];
}
