/** A YAML file (or JSON, which YAML contains) with the place of everything in it. */
import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument, visit, type Document as Yaml } from 'yaml';
import { ConfigError, type ConfigFault } from '../problems/config-error.ts';

export type Path = readonly (string | number)[];

/** Aliases of a file that repeats itself on purpose are few; a bomb has millions. */
const mostAliases = 100;
const deepest = 64;

export class YamlFile {
  readonly name: string;
  readonly value: unknown;
  readonly #text: string;
  readonly #document: Yaml.Parsed;
  readonly #lines = new LineCounter();

  /** Throws a ConfigError with every `config/not-yaml` of the text. */
  constructor(text: string, name: string) {
    this.name = name;
    this.#text = text.replace(/^\ufeff/, '');
    this.#document = parse(this.#text, this.#lines);
    const { errors } = this.#document;
    const broken = errors.map((error) =>
      this.#fault('config/not-yaml', { reason: reasonOf(error.message) }, error.pos),
    );
    if (broken.length > 0) throw new ConfigError(broken.slice(0, 1), { cause: errors[0] });
    this.#refuseOddKeys();
    this.value = this.#plain();
  }

  /** A fault at the value that `path` leads to, else at the nearest node around it. */
  fault(code: string, params: ConfigFault['params'], path: Path): ConfigFault {
    return this.#fault(code, params, this.#rangeOf(path));
  }

  /** The same at the key itself that ends `path`. */
  keyFault(code: string, params: ConfigFault['params'], path: Path): ConfigFault {
    return this.#fault(code, params, rangeOfNode(this.#keyNode(path)) ?? this.#rangeOf(path));
  }

  /** Is there such a path in this file? */
  has(path: Path): boolean {
    return this.#document.hasIn(path);
  }

  lineOf(path: Path): number {
    return this.#lines.linePos(this.#rangeOf(path)[0]).line;
  }

  /** Names that would reach into objects' insides, and nesting that no setting has. */
  #refuseOddKeys(): void {
    const faults: ConfigFault[] = [];
    visit(this.#document, {
      Pair: (_, { key }, parents) => {
        const node = isScalar(key) ? key : undefined;
        const range = rangeOfNode(node) ?? [0, 1];
        if (parents.length > deepest) faults.push(this.#fault('config/not-yaml', { reason: 'too deep' }, range));
        if (node?.value === '__proto__') {
          faults.push(this.#fault('config/unknown-key', { key: '__proto__', near: [], known: [] }, range));
        }
        return parents.length > deepest ? visit.BREAK : undefined;
      },
    });
    if (faults.length > 0) throw new ConfigError(faults);
  }

  /** A file of comments says nothing. */
  #plain(): unknown {
    try {
      return this.#document.toJS({ maxAliasCount: mostAliases }) ?? {};
    } catch (cause) {
      throw new ConfigError([this.#fault('config/not-yaml', { reason: 'too many aliases' }, [0, 1])], { cause });
    }
  }

  #rangeOf(path: Path): readonly [number, number] {
    for (let length = path.length; length > 0; length--) {
      const found: unknown = this.#document.getIn(path.slice(0, length), true);
      const range = isNode(found) ? rangeOfNode(found) : undefined;
      if (range) return range;
      const key = rangeOfNode(this.#keyNode(path.slice(0, length)));
      if (key) return key;
    }
    return rangeOfNode(this.#document.contents ?? undefined) ?? [0, 1];
  }

  #keyNode(path: Path): Node | undefined {
    const parent: unknown = path.length < 2 ? this.#document.contents : this.#document.getIn(path.slice(0, -1), true);
    if (!isMap(parent)) return undefined;
    const name = path.at(-1);
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(name));
    return isNode(pair?.key) ? pair.key : undefined;
  }

  #fault(code: string, params: ConfigFault['params'], [from, to]: readonly [number, number]): ConfigFault {
    const { line, col } = this.#lines.linePos(from);
    const rows = this.#text.split(/\r\n|\n|\r/);
    const text = rows[line - 1] ?? '';
    const before = rows[line - 2] ?? '';
    // A comment behind a value is no part of it.
    const meant = Math.min(to - from, Math.max(1, text.length - col + 1));
    return {
      code,
      params,
      file: this.name,
      line,
      column: col,
      length: Math.max(1, meant),
      lines: [...(before.trim() === '' ? [] : [{ number: line - 1, text: before }]), { number: line, text }],
    };
  }
}

function parse(text: string, lineCounter: LineCounter): Yaml.Parsed {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false });
  } catch {
    // Nesting beyond the stack.
    return parseDocument('"', { lineCounter, prettyErrors: false });
  }
}

function reasonOf(message: string): string {
  return message.split('\n')[0] ?? message;
}

function rangeOfNode(node: Node | undefined): readonly [number, number] | undefined {
  const range = node?.range;
  return range ? [range[0], range[1]] : undefined;
}
