/** A YAML file against its zod schema: the data, or every fault with its place. */
import { z } from 'zod';
import { closestTo } from '../lib/closest.ts';
import type { ConfigFault } from '../problems/config-error.ts';
import type { Path, YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

export type Checked<Data> =
  | { readonly data: Data; readonly faults: readonly [] }
  | { readonly data: null; readonly faults: readonly ConfigFault[] };

/** What a schema's own rules say is wrong: put into `params` of a custom issue. */
export interface OwnFault {
  readonly code: string;
  readonly params: ConfigFault['params'];
  /** The key is meant, not its value. */
  readonly isKey?: boolean;
}

export function checkFile<Data>(file: YamlFile, schema: z.ZodType<Data>): Checked<Data> {
  const parsed = schema.safeParse(file.value);
  if (parsed.success) return { data: parsed.data, faults: [] };
  const faults = parsed.error.issues.flatMap((issue) => faultsOf(issue, file, schema));
  return { data: null, faults: inOrder(withoutEchoes(faults)) };
}

/** A key that seems to be missing often only has the wrong name: that is said already. */
function withoutEchoes(faults: readonly ConfigFault[]): ConfigFault[] {
  const unknown = faults.filter(({ code }) => code === 'config/unknown-key');
  const meant = new Set(unknown.flatMap(({ params }) => (typeof params['near'] === 'object' ? params['near'] : [])));
  return faults.filter(({ code, params }) => code !== 'config/missing-key' || !meant.has(String(params['key'])));
}

/** As they stand in the file. */
export function inOrder(faults: readonly ConfigFault[]): ConfigFault[] {
  return faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function faultsOf(issue: Issue, file: YamlFile, schema: z.ZodType): ConfigFault[] {
  const path = issue.path.filter((part) => typeof part !== 'symbol');
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    return issue.keys.map((key) => {
      const near = closestTo(key, known).slice(0, 1);
      return file.keyFault('config/unknown-key', { key, near, known }, [...path, key]);
    });
  }
  const own = ownFault(issue);
  if (own)
    return [own.isKey === true ? file.keyFault(own.code, own.params, path) : file.fault(own.code, own.params, path)];
  const { code, params } = wordedIssue(issue, String(path.at(-1) ?? ''), valueAt(file.value, path));
  return [
    code === 'config/missing-key' ? file.keyFault(code, params, path.slice(0, -1)) : file.fault(code, params, path),
  ];
}

function ownFault(issue: Issue): OwnFault | undefined {
  const params: unknown = issue.code === 'custom' ? issue.params : undefined;
  return isOwnFault(params) ? params : undefined;
}

function isOwnFault(params: unknown): params is OwnFault & Record<string, unknown> {
  return typeof params === 'object' && params !== null && 'code' in params && typeof params.code === 'string';
}

function wordedIssue(issue: Issue, key: string, value: unknown): { code: string; params: ConfigFault['params'] } {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? { code: 'config/missing-key', params: { key } }
        : { code: 'config/wrong-type', params: { key, wanted: issue.expected } };
    case 'invalid_value': {
      const allowed = issue.values.map(String);
      const text = shown(value);
      return {
        code: 'config/not-allowed',
        params: { key, value: text, allowed, near: closestTo(text, allowed).slice(0, 1) },
      };
    }
    case 'too_small':
      return { code: 'config/too-small', params: { key, least: String(issue.minimum), what: issue.origin } };
    case 'too_big':
      return { code: 'config/too-big', params: { key, most: String(issue.maximum), what: issue.origin } };
    case 'invalid_union':
      return { code: 'config/wrong-type', params: { key, wanted: issue.message } };
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return { code: 'config/wrong-value', params: { key, reason: issue.message } };
  }
}

function shown(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function valueAt(value: unknown, path: Path): unknown {
  let found = value;
  for (const part of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part)) return undefined;
    found = Object.entries(found).find(([key]) => key === String(part))?.[1];
  }
  return found;
}

/** The keys that `schema` knows below `path`, for near matches. */
export function keysAt(schema: z.ZodType, path: Path): readonly string[] {
  let at: Inner | undefined = innermost(schema);
  for (const part of path) at = below(at, String(part));
  return at?.shape ? Object.keys(at.shape) : (at?.keys ?? []);
}

/** What of a zod schema leads further down. */
interface Inner {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly each?: z.core.$ZodType;
  /** Of a map whose keys are few. */
  readonly keys?: readonly string[];
}

function below(at: Inner | undefined, key: string): Inner | undefined {
  const next = at?.shape && Object.hasOwn(at.shape, key) ? at.shape[key] : at?.each;
  return next && innermost(next);
}

function innermost(schema: z.core.$ZodType): Inner {
  if (schema instanceof z.ZodObject) return { shape: schema.shape };
  if (schema instanceof z.ZodRecord) {
    const { keyType } = schema;
    return { each: schema.valueType, keys: keyType instanceof z.ZodEnum ? keyType.options.map(String) : [] };
  }
  if (schema instanceof z.ZodArray) return { each: schema.element };
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable) {
    return innermost(schema.def.innerType);
  }
  if (!(schema instanceof z.ZodUnion)) return {};
  const found = schema.options.map((option) => innermost(option));
  return found.find(({ shape, each }) => shape !== undefined || each !== undefined) ?? {};
}
