/** Text of a manifest → jobs as a command line would say them. */
import type { FlagTexts } from '../../model/batch.ts';
import { ConfigError } from '../../problems/config-error.ts';
import { UserError } from '../../problems/user-error.ts';
import { checkFile } from '../check-file.ts';
import { YamlFile } from '../yaml-file.ts';
import { type ManifestJob, manifestFile } from './manifest-file.ts';

export interface NamedFiles {
  /** Null where the first file gives the name. */
  readonly name: string | null;
  /** As the manifest spells them: paths and globs. */
  readonly files: readonly string[];
  readonly flags: FlagTexts;
}

/** Throws a ConfigError with all that is wrong, and `batch/name-twice`. */
export function parseManifest(text: string, file: string): readonly NamedFiles[] {
  const checked = checkFile(new YamlFile(text, file), manifestFile);
  if (checked.data === null) throw new ConfigError(checked.faults);
  const { jobs } = checked.data;
  const names = jobs.flatMap(({ name }) => name ?? []);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new UserError('batch/name-twice', { file, name: twice });
  return jobs.map(namedFiles);
}

function namedFiles({ name, files, expect, ...rest }: ManifestJob): NamedFiles {
  const flags = new Map<string, string | boolean | readonly string[]>();
  for (const [key, value] of Object.entries(rest)) {
    if (value !== undefined) flags.set(key, isRepeatable(key) ? texts(value) : one(value));
  }
  if (expect !== undefined) flags.set('expect', expectations(expect));
  return { name: name ?? null, files: typeof files === 'string' ? [files] : files, flags: Object.fromEntries(flags) };
}

const repeatable: ReadonlySet<string> = new Set(['targets', 'as', 'column', 'sheet', 'unit', 'by', 'kpi', 'only']);

function isRepeatable(key: string): boolean {
  return repeatable.has(key);
}

type Value = string | number | boolean | readonly (string | number)[];

function texts(value: Value): readonly string[] {
  return typeof value === 'object' ? value.map(String) : [String(value)];
}

function one(value: Value): string | boolean {
  return typeof value === 'boolean' ? value : String(value);
}

function expectations(expect: NonNullable<ManifestJob['expect']>): readonly string[] {
  if (typeof expect !== 'object' || Array.isArray(expect)) return texts(expect);
  return Object.entries(expect).map(([kpi, total]) => `${kpi}=${String(total)}`);
}
