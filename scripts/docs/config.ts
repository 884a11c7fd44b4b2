/** `config.md`: the keys of `salesmetrics.yaml` with the values that its schema allows. */
import { configSchemaJson } from '../../src/app/config-schema.ts';
import { wordsOf } from '../../src/i18n/index.ts';
import type { Lang } from '../../src/i18n/shape.ts';
import { parseJsonSchema, type Schema, typeText } from './json-schema.ts';
import { code, plain, table } from './markdown.ts';
import { docWords } from './words.ts';

export function configPage(lang: Lang): string[] {
  const words = docWords(lang);
  const { configKeys, terminal } = wordsOf(lang);
  const schema = parseJsonSchema(configSchemaJson());
  const rows = Object.entries<string>(configKeys).map(([key, meaning]) => {
    const one = schemaAt(schema, key);
    return [code(key), one === undefined ? '' : typeText(one, words), plain(meaning)];
  });
  return [`# ${words.config}`, plain(terminal.explain.config), table([words.key, words.value, words.meaning], rows)];
}

/** What the schema says at `people[].name`, `kpis.*.target`. */
function schemaAt(schema: Schema, key: string): Schema | undefined {
  const steps = key.replaceAll('[]', '.[]').split('.');
  return steps.reduce<Schema | undefined>((at, step) => (at === undefined ? undefined : stepInto(at, step)), schema);
}

function stepInto(at: Schema, step: string): Schema | undefined {
  const { properties, items, additionalProperties, anyOf } = at;
  const own =
    step === '[]'
      ? items
      : step === '*'
        ? typeof additionalProperties === 'object'
          ? additionalProperties
          : undefined
        : properties?.[step];
  if (own !== undefined) return own;
  for (const choice of anyOf ?? []) {
    const found = stepInto(choice, step);
    if (found !== undefined) return found;
  }
  return undefined;
}
