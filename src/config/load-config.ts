/** A config with what it extends: read, checked file by file, merged. */
import { createHash } from 'node:crypto';
import { dirname, isAbsolute, join } from 'node:path';
import { ConfigError, type ConfigFault } from '../problems/config-error.ts';
import { checkFile } from './check-file.ts';
import { type ConfigFile, configFile } from './config-file.ts';
import { type Path, YamlFile } from './yaml-file.ts';

export interface ConfigText {
  readonly text: string;
  readonly sha256: string;
}

/** How texts are read; throws UserErrors. */
export type ReadText = (path: string) => Promise<ConfigText>;

export interface LoadedConfig {
  readonly path: string;
  /** Of the file; with `extends` of the hashes of all files in their order. */
  readonly sha256: string;
  /** As far as it can be read. */
  readonly data: ConfigFile;
  /** What its schema says is wrong. */
  readonly faults: readonly ConfigFault[];
  readonly fault: (code: string, params: ConfigFault['params'], path: Path, isKey?: boolean) => ConfigFault;
  /** The file that says the key, and on which line. */
  readonly placeOf: (path: Path) => { readonly file: string; readonly line: number };
  /** A path that the config names, relative to the file that names it. */
  readonly resolve: (named: string, path: Path) => string;
}

interface Part {
  readonly file: YamlFile;
  readonly data: ConfigFile;
  readonly sha256: string;
}

const mostFiles = 20;

/** Reads `path` and what it extends. Throws a ConfigError where a file is no YAML, and UserErrors of `read`. */
export async function loadConfig(path: string, read: ReadText): Promise<LoadedConfig> {
  const parts: Part[] = [];
  const faults: ConfigFault[] = [];
  await collect(path, read, parts, faults);
  const [own] = parts;
  if (own === undefined) throw new ConfigError(faults);
  const fileWith = (at: Path) => parts.find(({ file }) => file.has(at))?.file ?? own.file;
  return {
    path,
    sha256: parts.length === 1 ? own.sha256 : hashOf(parts.map(({ sha256 }) => sha256)),
    faults,
    data: parts.map(({ data }) => data).reduceRight((below, above) => merged(below, above)),
    fault: (code, params, at, isKey = false) =>
      isKey ? fileWith(at).keyFault(code, params, at) : fileWith(at).fault(code, params, at),
    placeOf: (at) => ({ file: fileWith(at).name, line: fileWith(at).lineOf(at) }),
    resolve: (named, at) => beside(fileWith(at).name, named),
  };
}

function hashOf(hashes: readonly string[]): string {
  return createHash('sha256').update(hashes.join('\n')).digest('hex');
}

export function beside(file: string, named: string): string {
  return isAbsolute(named) ? named : join(dirname(file), named);
}

/** The file before what it extends: the first that says a key decides. */
async function collect(path: string, read: ReadText, parts: Part[], faults: ConfigFault[]): Promise<void> {
  const { text, sha256 } = await read(path);
  const file = new YamlFile(text, path);
  const checked = checkFile(file, configFile);
  faults.push(...checked.faults);
  const data = checked.data ?? readableKeys(file.value);
  parts.push({ file, data, sha256 });
  const named = data.extends ?? [];
  for (const parent of typeof named === 'string' ? [named] : named) {
    const at = beside(path, parent);
    const isKnown = parts.some(({ file: { name } }) => name === at);
    if (isKnown || parts.length >= mostFiles)
      faults.push(file.fault('config/extends-itself', { file: at }, ['extends']));
    else await collect(at, read, parts, faults);
  }
}

/** The top keys with nothing wrong below them, so that what is wrong of names is told at once with the rest. */
function readableKeys(value: unknown): ConfigFile {
  const entries = isMap(value) ? Object.entries(value) : [];
  let readable: ConfigFile = {};
  for (const [key, one] of entries) readable = { ...readable, ...configFile.safeParse({ [key]: one }).data };
  return readable;
}

/** `above` wins; maps are merged key by key, lists are taken whole. */
function merged<Value>(below: Value, above: Value): Value {
  if (!isMap(below) || !isMap(above)) return above;
  const entries = new Map<string, unknown>(Object.entries(below));
  for (const [key, value] of Object.entries(above)) {
    if (value !== undefined) entries.set(key, entries.has(key) ? merged(entries.get(key), value) : value);
  }
  return Object.fromEntries(entries) as Value;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
