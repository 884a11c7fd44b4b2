/** Tables as columns by name, made when asked for: a single file, files end to end, lines with their heads, facts with what joins them. */
import { foldName } from '../lib/fold-text.ts';
import type { Place } from '../model/place.ts';
import type { Column, TextColumn } from '../model/table.ts';
import { append, coalesce, pick } from './columns.ts';

export interface Frame {
  readonly rowCount: number;
  /** Field names with a column of their kind. */
  readonly fields: readonly string[];
  /** All names that `dimension` knows: fields first, then headings. */
  readonly names: readonly string[];
  column(field: string): Column | undefined;
  /** The field that a heading stands for; undefined for an unmapped one. */
  fieldOf(heading: string): string | undefined;
  /** The column as text, by field name or heading (compared folded). */
  dimension(name: string): TextColumn | undefined;
  placeOf(row: number): Place;
}

/** Frames end to end. One alone is itself: nothing is copied. */
export function appendFrames(frames: readonly Frame[]): Frame | undefined {
  const [first] = frames;
  if (first === undefined || frames.length === 1) return first;
  return new AppendedFrame(frames);
}

/** Names without repeats, compared folded; the first spelling stays. */
export function distinctNames(names: Iterable<string>): string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = foldName(name);
    if (key !== '' && !seen.has(key)) seen.set(key, name);
  }
  return [...seen.values()];
}

/** Values by name, made once. */
export class Memo<Value> {
  readonly #values = new Map<string, { readonly value: Value }>();

  get(name: string, make: () => Value): Value {
    const known = this.#values.get(name);
    if (known) return known.value;
    const value = make();
    this.#values.set(name, { value });
    return value;
  }
}

class AppendedFrame implements Frame {
  readonly rowCount: number;
  readonly fields: readonly string[];
  readonly names: readonly string[];
  readonly #frames: readonly Frame[];
  readonly #starts: readonly number[];
  readonly #columns = new Memo<Column | undefined>();
  readonly #dimensions = new Memo<TextColumn | undefined>();

  constructor(frames: readonly Frame[]) {
    this.#frames = frames;
    const starts: number[] = [];
    let start = 0;
    for (const frame of frames) {
      starts.push(start);
      start += frame.rowCount;
    }
    this.#starts = starts;
    this.rowCount = start;
    this.fields = distinctNames(frames.flatMap(({ fields }) => fields));
    this.names = distinctNames([...this.fields, ...frames.flatMap(({ names }) => names)]);
  }

  column(field: string): Column | undefined {
    return this.#columns.get(field, () =>
      append(this.#frames.map((frame) => ({ column: frame.column(field), rowCount: frame.rowCount }))),
    );
  }

  dimension(name: string): TextColumn | undefined {
    return this.#dimensions.get(foldName(name), () => {
      // Where one file's heading is a field, that field is meant in all of them, whatever they call it.
      const field = this.fieldOf(name);
      if (field !== undefined && field !== name) return this.dimension(field);
      const own = this.column(name);
      if (own?.kind === 'text') return own;
      const all = append(this.#frames.map((frame) => ({ column: frame.dimension(name), rowCount: frame.rowCount })));
      return all?.kind === 'text' ? all : undefined;
    });
  }

  fieldOf(heading: string): string | undefined {
    for (const frame of this.#frames) {
      const field = frame.fieldOf(heading);
      if (field !== undefined) return field;
    }
    return undefined;
  }

  placeOf(row: number): Place {
    let index = this.#starts.length - 1;
    while (index > 0 && (this.#starts[index] ?? 0) > row) index -= 1;
    const frame = this.#frames[index];
    if (!frame) throw new RangeError(`no row ${row}`);
    return frame.placeOf(row - (this.#starts[index] ?? 0));
  }
}

/** Chosen rows of a frame, in a new order; `noRow` gives a row of missing cells. */
export function pickFrame(frame: Frame, rows: Int32Array): Frame {
  const columns = new Memo<Column | undefined>();
  const dimensions = new Memo<TextColumn | undefined>();
  return {
    rowCount: rows.length,
    fields: frame.fields,
    names: frame.names,
    column: (field) => columns.get(field, () => picked(frame.column(field), rows)),
    dimension: (name) => dimensions.get(foldName(name), () => picked(frame.dimension(name), rows)),
    fieldOf: (heading) => frame.fieldOf(heading),
    placeOf: (row) => frame.placeOf(rows[row] ?? 0),
  };
}

function picked<Kind extends Column>(column: Kind | undefined, rows: Int32Array): Kind | undefined {
  return column && pick(column, rows);
}

/** `base` with columns of `extra` (same rows) under names that `base` does not have; `without` are never taken. */
export function besideFrame(base: Frame, extra: Frame, without: ReadonlySet<string> = new Set()): Frame {
  const hidden = new Set([...without].map(foldName));
  const own = new Set(base.names.map(foldName));
  const isTaken = (name: string) => !own.has(foldName(name)) && !hidden.has(foldName(name));
  return {
    rowCount: base.rowCount,
    fields: [...base.fields, ...extra.fields.filter((field) => !base.fields.includes(field) && !without.has(field))],
    names: distinctNames([...base.names, ...extra.names.filter(isTaken)]),
    column: (field) => base.column(field) ?? (without.has(field) ? undefined : extra.column(field)),
    fieldOf: (heading) => base.fieldOf(heading) ?? extra.fieldOf(heading),
    dimension: (name) => base.dimension(name) ?? (hidden.has(foldName(name)) ? undefined : extra.dimension(name)),
    placeOf: (row) => base.placeOf(row),
  };
}

/** Frames of the same rows as one: a text that the first has not is taken from the next that has it. */
export function mergeFrames(frames: readonly Frame[]): Frame | undefined {
  const [first, ...others] = frames;
  if (first === undefined || others.length === 0) return first;
  const texts = new Memo<TextColumn | undefined>();
  const dimension = (name: string) =>
    texts.get(foldName(name), () => {
      const columns = frames.flatMap((frame) => frame.dimension(name) ?? []);
      return columns.reduce<TextColumn | undefined>((own, other) => (own ? coalesce(own, other) : other), undefined);
    });
  const beside = others.reduce<Frame>((base, extra) => besideFrame(base, extra), first);
  return {
    ...beside,
    dimension,
    column: (field) => {
      const column = beside.column(field);
      return column?.kind === 'text' ? dimension(field) : column;
    },
  };
}

/** `base` with some columns replaced or added. */
export function withColumns(base: Frame, columns: ReadonlyMap<string, Column>): Frame {
  const texts = new Map(
    [...columns].flatMap(([name, column]) => (column.kind === 'text' ? [[foldName(name), column] as const] : [])),
  );
  return {
    rowCount: base.rowCount,
    fields: distinctNames([...base.fields, ...columns.keys()]),
    names: distinctNames([...base.fields, ...columns.keys(), ...base.names]),
    column: (field) => columns.get(field) ?? base.column(field),
    fieldOf: (heading) => base.fieldOf(heading),
    dimension: (name) =>
      texts.get(foldName(name)) ?? texts.get(foldName(base.fieldOf(name) ?? '')) ?? base.dimension(name),
    placeOf: (row) => base.placeOf(row),
  };
}

/** `base` without some fields; their headings cannot be grouped by either. */
export function withoutNames(base: Frame, without: ReadonlySet<string>): Frame {
  const isHidden = (name: string) => without.has(name) || without.has(base.fieldOf(name) ?? '');
  return {
    rowCount: base.rowCount,
    fields: base.fields.filter((field) => !without.has(field)),
    names: base.names.filter((name) => !isHidden(name)),
    column: (field) => (without.has(field) ? undefined : base.column(field)),
    fieldOf: (heading) => (isHidden(heading) ? undefined : base.fieldOf(heading)),
    dimension: (name) => (isHidden(name) ? undefined : base.dimension(name)),
    placeOf: (row) => base.placeOf(row),
  };
}

/** `base` with some fields only. */
export function onlyNames(base: Frame, fields: ReadonlySet<string>): Frame {
  return withoutNames(base, new Set(base.names.filter((name) => !fields.has(base.fieldOf(name) ?? name))));
}
