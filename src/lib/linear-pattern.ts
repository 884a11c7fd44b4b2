/**
 * Patterns of users, matched in time linear in the text: no backtracking, so no pattern can hang a run. The syntax is
 * that of JavaScript without look-around, back-references and named groups. The whole text must match.
 */
export type Pattern = (text: string) => boolean;

/** Says what in the pattern is wrong, and at which character from 1. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
  readonly at: number;

  constructor(reason: string, at: number) {
    super(reason);
    this.at = at;
  }
}

type Node =
  | { readonly kind: 'one'; readonly test: (character: string) => boolean }
  | { readonly kind: 'all'; readonly of: readonly Node[] }
  | { readonly kind: 'any'; readonly of: readonly Node[] }
  | { readonly kind: 'repeat'; readonly of: Node; readonly least: number; readonly most: number };

type Step =
  | { readonly kind: 'one'; readonly test: (character: string) => boolean }
  | { readonly kind: 'fork'; to: readonly number[] }
  | { readonly kind: 'end' };

const mostSteps = 2000;
const mostRepeats = 1000;

/** Throws a PatternError. */
export function linearPattern(source: string): Pattern {
  const steps: Step[] = [];
  emit(new Parser(source).parse(), steps);
  steps.push({ kind: 'end' });
  return (text) => matches(steps, text);
}

const simpleBounds: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['*', [0, Infinity]],
  ['+', [1, Infinity]],
  ['?', [0, 1]],
]);

class Parser {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(source: string) {
    this.#characters = [...source];
  }

  parse(): Node {
    // Both anchors say what holds anyway.
    if (this.#peek() === '^') this.#at += 1;
    const node = this.#alternatives();
    if (this.#at < this.#characters.length) throw this.#error(`"${this.#peek()}" has nothing to close`);
    return node;
  }

  #alternatives(): Node {
    const of = [this.#sequence()];
    while (this.#peek() === '|') {
      this.#at += 1;
      of.push(this.#sequence());
    }
    return of.length === 1 && of[0] ? of[0] : { kind: 'any', of };
  }

  #sequence(): Node {
    const of: Node[] = [];
    for (let next = this.#peek(); next !== '' && next !== '|' && next !== ')'; next = this.#peek()) {
      if (next === '$' && this.#at === this.#characters.length - 1) this.#at += 1;
      else of.push(this.#repeated(this.#atom()));
    }
    return { kind: 'all', of };
  }

  #repeated(node: Node): Node {
    let of = node;
    for (;;) {
      const bounds = this.#bounds();
      if (bounds === null) return of;
      const [least, most] = bounds;
      // A lazy quantifier finds the same where the whole text must match.
      if (this.#peek() === '?') this.#at += 1;
      of = { kind: 'repeat', of, least, most };
    }
  }

  #bounds(): readonly [number, number] | null {
    const mark = this.#peek();
    const simple = simpleBounds.get(mark);
    if (simple !== undefined) {
      this.#at += 1;
      return simple;
    }
    return mark === '{' ? this.#countedBounds() : null;
  }

  #countedBounds(): readonly [number, number] {
    const match = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(this.#characters.slice(this.#at, this.#at + 12).join(''));
    if (match === null) throw this.#error('"{" needs numbers: {2}, {2,} or {2,5}');
    const [all, first, comma, last] = match;
    const least = Number(first);
    const most = comma === undefined ? least : last === '' ? Infinity : Number(last);
    if (most < least || least > mostRepeats || (most !== Infinity && most > mostRepeats)) {
      throw this.#error(`repeats must rise, to at most ${mostRepeats}`);
    }
    this.#at += all.length;
    return [least, most];
  }

  #atom(): Node {
    const start = this.#peek();
    if (start === '(') return this.#group();
    if (start === '[') return this.#one(this.#classText());
    if (start === '\\') return this.#one(this.#escapeText());
    if ('*+?{^$'.includes(start)) throw this.#error(`"${start}" cannot stand here; write \\${start} for the character`);
    this.#at += 1;
    return start === '.' ? this.#one('.') : { kind: 'one', test: (character) => character === start };
  }

  #group(): Node {
    this.#at += 1;
    if (this.#peek() === '?') {
      if (this.#characters[this.#at + 1] !== ':') throw this.#error('look-around and named groups are not supported');
      this.#at += 2;
    }
    const node = this.#alternatives();
    if (this.#peek() !== ')') throw this.#error('"(" is never closed');
    this.#at += 1;
    return node;
  }

  /** `[…]` with its brackets. */
  #classText(): string {
    let end = this.#at + 1;
    while (end < this.#characters.length && this.#characters[end] !== ']') {
      end += this.#characters[end] === '\\' ? 2 : 1;
    }
    if (end >= this.#characters.length) throw this.#error('"[" is never closed');
    const text = this.#characters.slice(this.#at, end + 1).join('');
    this.#at = end + 1;
    return text;
  }

  #escapeText(): string {
    const rest = this.#characters.slice(this.#at, this.#at + 60).join('');
    const text = /^\\(?:[pP]\{[\w=]+\}|u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|[dDwWsStnr^$\\.*+?()[\]{}|/])/.exec(
      rest,
    )?.[0];
    if (text !== undefined) {
      this.#at += [...text].length;
      return text;
    }
    // Outside of letters and digits a character may always be escaped; the unicode flag would refuse `\-`.
    const plain = /^\\([^\p{L}\p{N}])/u.exec(rest)?.[1];
    if (plain === undefined) throw this.#error(`"${rest.slice(0, 2)}" is not supported`);
    this.#at += 2;
    return `[\\u{${plain.codePointAt(0)?.toString(16) ?? '0'}}]`;
  }

  /** The platform's own engine judges one character: that takes no longer whatever stands in the class. */
  #one(source: string): Node {
    let expression: RegExp;
    try {
      expression = new RegExp(`^${source}$`, 'us');
    } catch {
      throw this.#error(`${source} is no class of characters`);
    }
    return { kind: 'one', test: (character) => expression.test(character) };
  }

  #peek(): string {
    return this.#characters[this.#at] ?? '';
  }

  #error(reason: string): PatternError {
    return new PatternError(reason, this.#at + 1);
  }
}

function emit(node: Node, steps: Step[]): void {
  if (steps.length > mostSteps) throw new PatternError(`the pattern needs more than ${mostSteps} steps`, 1);
  switch (node.kind) {
    case 'one':
      steps.push(node);
      return;
    case 'all':
      for (const part of node.of) emit(part, steps);
      return;
    case 'any':
      emitAny(node.of, steps);
      return;
    case 'repeat':
      emitRepeat(node, steps);
      return;
  }
}

function emitAny(of: readonly Node[], steps: Step[]): void {
  const fork: Step = { kind: 'fork', to: [] };
  steps.push(fork);
  const ends: (Step & { kind: 'fork' })[] = [];
  const starts = of.map((part) => {
    const start = steps.length;
    emit(part, steps);
    const end: Step & { kind: 'fork' } = { kind: 'fork', to: [] };
    steps.push(end);
    ends.push(end);
    return start;
  });
  fork.to = starts;
  for (const end of ends) end.to = [steps.length];
}

function emitRepeat({ of, least, most }: Node & { kind: 'repeat' }, steps: Step[]): void {
  for (let i = 0; i < least; i++) emit(of, steps);
  if (most === Infinity) {
    const at = steps.length;
    const fork: Step & { kind: 'fork' } = { kind: 'fork', to: [] };
    steps.push(fork);
    emit(of, steps);
    steps.push({ kind: 'fork', to: [at] });
    fork.to = [at + 1, steps.length];
    return;
  }
  const forks: (Step & { kind: 'fork' })[] = [];
  for (let i = least; i < most; i++) {
    const fork: Step & { kind: 'fork' } = { kind: 'fork', to: [steps.length + 1] };
    steps.push(fork);
    forks.push(fork);
    emit(of, steps);
  }
  for (const fork of forks) fork.to = [...fork.to, steps.length];
}

/** All places in the pattern at once, character by character (Thompson 1968). */
function matches(steps: readonly Step[], text: string): boolean {
  let now = reached(steps, [0]);
  for (const character of text) {
    const next: number[] = [];
    for (const at of now) {
      const step = steps[at];
      if (step?.kind === 'one' && step.test(character)) next.push(at + 1);
    }
    if (next.length === 0) return false;
    now = reached(steps, next);
  }
  return now.some((at) => steps[at]?.kind === 'end');
}

function reached(steps: readonly Step[], from: readonly number[]): readonly number[] {
  const seen = new Set<number>();
  const open = [...from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const step = steps[at];
    if (step?.kind === 'fork') open.push(...step.to);
  }
  return [...seen];
}
