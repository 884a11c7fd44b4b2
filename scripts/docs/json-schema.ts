/** As much of JSON Schema as ours use, and its types in words. */
import { z } from 'zod';
import type { DocWords } from './words.ts';

export interface Schema {
  readonly type?: string | readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | undefined;
  readonly additionalProperties?: Schema | boolean | undefined;
}

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.object({
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(schema).optional(),
    properties: z.record(z.string(), schema).optional(),
    items: schema.optional(),
    additionalProperties: z.union([z.boolean(), schema]).optional(),
  }),
);

export function parseJsonSchema(text: string): Schema {
  return schema.parse(JSON.parse(text));
}

/** `text or null`; `en, zh-CN`; `list: text`. */
export function typeText(one: Schema, words: DocWords): string {
  if (one.anyOf) return [...new Set(one.anyOf.map((choice) => typeText(choice, words)))].join(words.or);
  if (one.const !== undefined) return `\`${String(one.const)}\``;
  if (one.enum) return one.enum.map((value) => `\`${String(value)}\``).join(', ');
  return [one.type ?? []]
    .flat()
    .map((type) => nameOf(type, one, words))
    .join(words.or);
}

function nameOf(type: string, { items }: Schema, words: DocWords): string {
  if (type === 'object') return words.object;
  if (type !== 'array') return Object.entries(words.types).find(([name]) => name === type)?.[1] ?? type;
  return items && isPlain(items) ? `${words.list}: ${typeText(items, words)}` : words.list;
}

function isPlain({ type, anyOf }: Schema): boolean {
  return anyOf !== undefined || (type !== 'object' && type !== 'array');
}
