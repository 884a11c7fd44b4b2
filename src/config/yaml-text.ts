/** YAML held against a schema; what is wrong is told with its line and column. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document as Yaml } from 'yaml';
import type { z } from 'zod';
import { closestTo } from '../lib/closest.ts';
import { UserError } from '../problems/user-error.ts';

export interface YamlKind<Schema extends z.ZodType> {
  readonly schema: Schema;
  /** The keys that may stand so many keys below the root. */
  readonly keysAt: (depth: number) => string[];
  /** Where to look up what may be said. */
  readonly see: string;
}

/** Throws UserErrors `config/not-yaml`, `config/unknown-key`, `config/wrong-value`. */
export function parseYaml<Schema extends z.ZodType>(
  text: string,
  file: string,
  { schema, keysAt, see }: YamlKind<Schema>,
): z.output<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const [broken] = document.errors;
  if (broken)
    throw new UserError('config/not-yaml', { ...at(broken.pos[0]), reason: broken.message }, { cause: broken });
  const parsed = schema.safeParse(plain(document, file));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues
    .map((issue) => ({ issue, offset: offsetOf(document, issue) }))
    .sort((a, b) => rankOf(a.issue) - rankOf(b.issue) || a.offset - b.offset);
  const [first] = faults;
  if (first === undefined) throw parsed.error;
  throw faultOf(first.issue, { ...at(first.offset), see, more: faults.length - 1 }, keysAt);
}

function plain(document: Yaml.Parsed, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new UserError('config/not-yaml', { file, line: 1, column: 1, reason: 'too many aliases' }, { cause });
  }
}

type Issue = z.core.$ZodIssue;

/** A misspelled key comes first: what seems to be missing beside it often only has the wrong name. */
function rankOf({ code }: Issue): number {
  return code === 'unrecognized_keys' ? 0 : 1;
}

function faultOf(
  issue: Issue,
  place: Readonly<Record<string, string | number>>,
  keysAt: (depth: number) => string[],
): UserError {
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const known = keysAt(issue.path.length);
    return new UserError('config/unknown-key', { ...place, key, near: closestTo(key, known).slice(0, 1), known });
  }
  const key = String(issue.path.at(-1) ?? '');
  return new UserError('config/wrong-value', { ...place, key, reason: issue.message });
}

/** Of an unknown key the key itself, else the value, else the nearest node around it. */
function offsetOf(document: Yaml.Parsed, issue: Issue): number {
  const path = [...issue.path];
  if (issue.code === 'unrecognized_keys') {
    const parent: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
    const key = issue.keys[0];
    const pair = isMap(parent) ? parent.items.find(({ key: node }) => isScalar(node) && node.value === key) : undefined;
    if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0;
  }
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node.range?.[0] ?? 0;
  }
  return 0;
}
