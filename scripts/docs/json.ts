/** `json.md`: the documents of `--json` and their keys, from the schemas that the program is held to. */
import { wordsOf } from '../../src/i18n/index.ts';
import type { Lang } from '../../src/i18n/shape.ts';
import { documentJsonSchema, documentSchemas } from '../../src/report/schemas/index.ts';
import { inChinese } from './json-chinese.ts';
import { parseJsonSchema, type Schema, typeText } from './json-schema.ts';
import { code, plain, table } from './markdown.ts';
import { type DocWords, docWords } from './words.ts';

export function jsonPage(lang: Lang, toTemplates: string): string[] {
  const words = docWords(lang);
  const say = (text: string) => plain(lang === 'en' ? text : inChinese(text));
  const known = new Map<string, string>();
  const blocks = Object.entries(documentSchemas).flatMap(([name, schema]) => {
    const document = parseJsonSchema(documentJsonSchema(schema));
    const file = `${name}.schema.json`;
    return [
      `## salesmetrics.${name}/1`,
      `${say(document.description ?? '')} (${words.schema}: [${file}](${toTemplates}/${file}))`,
      table([words.key, words.value, words.meaning], rowsOf(document, '', { words, say, known })),
    ];
  });
  const { report } = wordsOf(lang).terminal.explain;
  return [`# ${words.json}`, words.jsonLead, ...blocks, '## CSV', `\`\`\`text\n${report}\n\`\`\``];
}

/** Said at the top of the page, for all. */
const everyAmount = 'exact decimal, no exponent';

interface Telling {
  readonly words: DocWords;
  readonly say: (text: string) => string;
  /** Parts that were told already: their text → where. */
  readonly known: Map<string, string>;
}

/** One row per key, parts below their whole; a part that was told before is named, not told again. */
function rowsOf(schema: Schema, path: string, telling: Telling): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`;
    const [inner, at] = partsOf(value, name);
    const before = inner && toldBefore(inner, at, telling);
    const row = [code(name), typeText(value, telling.words), meaningOf(value, before, telling)];
    return [row, ...(inner && before === undefined ? rowsOf(inner, at, telling) : [])];
  });
}

/** Where the same part was told; undefined where this is the first time. */
function toldBefore(part: Schema, at: string, { known }: Telling): string | undefined {
  const text = JSON.stringify({ ...part, description: undefined });
  const before = known.get(text);
  if (before === undefined) known.set(text, at);
  return before;
}

function meaningOf({ description = '' }: Schema, before: string | undefined, { words, say }: Telling): string {
  const said = description === '' || description === everyAmount ? [] : [say(description)];
  return [...said, ...(before === undefined ? [] : [words.sameAs(before)])].join('; ');
}

/** What a value is made of: itself, its items or the values of a map, and how that is named. */
function partsOf(value: Schema, name: string): readonly [Schema | undefined, string] {
  const one = value.anyOf?.find(({ type }) => type === 'object' || type === 'array') ?? value;
  if (one.items) return partsOf(one.items, `${name}[]`);
  if (one.properties) return [one, name];
  if (typeof one.additionalProperties === 'object' && one.additionalProperties.properties)
    return [one.additionalProperties, `${name}.*`];
  return [undefined, name];
}
