/** What a schema file may say: tables, their fields, and what must hold of them. Declared once; types and JSON Schema come out. */
import { z } from 'zod';
import { linearPattern, PatternError } from '../../lib/linear-pattern.ts';
import { parseIsoDay } from '../../model/day.ts';
import { datasetNames } from '../../model/fields.ts';

const name = z.string().min(1);
const bound = z.union([z.number(), z.iso.date()]);
const value = z.union([z.string(), z.number(), z.boolean()]);

export const fieldTypes = ['text', 'number', 'integer', 'money', 'date', 'boolean'] as const;

const fieldSchema = z.strictObject({
  headings: z.array(name).min(1).optional().meta({
    description:
      'Headings under which files carry the field, beside its own name; case, width and blanks do not matter.',
  }),
  type: z.enum(fieldTypes).default('text').meta({ description: 'What every cell that is not empty must be.' }),
  required: z.boolean().default(false).meta({ description: 'The column must be there, and no cell of it empty.' }),
  unique: z
    .boolean()
    .default(false)
    .meta({ description: 'No two rows have the same value; empty cells do not count.' }),
  enum: z.array(value).min(1).optional().meta({ description: 'The only values allowed.' }),
  pattern: z.string().max(500).optional().meta({
    description: 'What the whole text must match: a regular expression without look-around and back-references.',
  }),
  min: bound.optional().meta({ description: 'The smallest number, or the first day (2024-01-01).' }),
  max: bound.optional().meta({ description: 'The largest number, or the last day.' }),
  references: z
    .strictObject({ table: name, field: name })
    .optional()
    .meta({ description: 'Every value must stand in this field of another table of the schema.' }),
});

const tableSchema = z.strictObject({
  dataset: z.enum(datasetNames).optional().meta({ description: 'Tables that are recognised as this are meant.' }),
  file: name.optional().meta({ description: 'Name of the file; * stands for any characters.' }),
  sheet: name.optional().meta({ description: 'Name of the sheet; * stands for any characters.' }),
  optional: z.boolean().default(false).meta({ description: 'The files need not hold such a table.' }),
  fields: z.record(name, fieldSchema).meta({ description: 'Field name: what must hold.' }),
  unique: z
    .array(z.array(name).min(1))
    .optional()
    .meta({ description: 'Fields that together are different in every row.' }),
});

export const schemaFile = z
  .strictObject({
    version: z.literal(1).meta({ description: 'Of this format.' }),
    tables: z.record(name, tableSchema).meta({ description: 'Table name: where it is and what it holds.' }),
  })
  .superRefine(({ tables }, context) => {
    const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    for (const [table, { fields, unique = [] }] of Object.entries(tables)) {
      for (const [field, rules] of Object.entries(fields)) {
        for (const [key, message] of faultsOf(rules, tables)) refuse(['tables', table, 'fields', field, key], message);
      }
      for (const [index, names] of unique.entries()) {
        const unknown = names.find((one) => !Object.hasOwn(fields, one));
        if (unknown !== undefined) refuse(['tables', table, 'unique', index], `"${unknown}" is no field of the table`);
      }
    }
  });

export type SchemaFile = z.output<typeof schemaFile>;
export type SchemaTable = SchemaFile['tables'][string];
export type SchemaField = SchemaTable['fields'][string];

type Faults = readonly (readonly [key: keyof SchemaField, message: string])[];

function faultsOf(rules: SchemaField, tables: SchemaFile['tables']): Faults {
  return [...boundFaults(rules), ...patternFaults(rules), ...referenceFaults(rules, tables)];
}

function boundFaults({ type, min, max }: SchemaField): Faults {
  const faults = [...limitFaults('min', min, type), ...limitFaults('max', max, type)];
  const isCrossed = faults.length === 0 && min !== undefined && max !== undefined && min > max;
  return isCrossed ? [['max', 'max is below min']] : faults;
}

function limitFaults(key: 'min' | 'max', limit: string | number | undefined, type: SchemaField['type']): Faults {
  if (limit === undefined) return [];
  if (type === 'text' || type === 'boolean') return [[key, `a field of type ${type} has no ${key}`]];
  if (type !== 'date') return typeof limit === 'number' ? [] : [[key, 'a number is wanted']];
  const isDay = typeof limit === 'string' && parseIsoDay(limit) !== undefined;
  return isDay ? [] : [[key, 'a day is written 2024-01-31']];
}

function patternFaults({ pattern, type }: SchemaField): Faults {
  if (pattern === undefined) return [];
  if (type !== 'text') return [['pattern', `a pattern is for text, the type is ${type}`]];
  try {
    linearPattern(pattern);
    return [];
  } catch (error) {
    if (error instanceof PatternError) return [['pattern', `${error.message} (character ${error.at})`]];
    throw error;
  }
}

function referenceFaults({ references }: SchemaField, tables: SchemaFile['tables']): Faults {
  if (references === undefined) return [];
  const table = Object.hasOwn(tables, references.table) ? tables[references.table] : undefined;
  if (table === undefined) return [['references', `there is no table "${references.table}" in the schema`]];
  if (!Object.hasOwn(table.fields, references.field)) {
    return [['references', `table "${references.table}" has no field "${references.field}"`]];
  }
  return [];
}

/** The same rules for editors; committed as `templates/schema.schema.json`. Draft 7, because the YAML server knows no later one. */
export function schemaFileJsonSchema(): unknown {
  return z.toJSONSchema(schemaFile, { target: 'draft-7', io: 'input' });
}
