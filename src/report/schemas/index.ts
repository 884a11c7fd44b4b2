/** Every document that `--json` prints, by the name in its `schema` without `salesmetrics.` and version. */
import { z } from 'zod';
import { batchSchema } from './batch.ts';
import { evaluationSchema } from './evaluation.ts';
import { explanationSchema } from './explanation.ts';
import { inspectionSchema } from './inspection.ts';
import { planSchema } from './plan.ts';
import { revisionSchema } from './revision.ts';
import { targetCheckSchema } from './target-check.ts';
import { validationSchema } from './validation.ts';

export const documentSchemas: Readonly<Record<string, z.ZodType>> = {
  evaluation: evaluationSchema,
  validation: validationSchema,
  inspection: inspectionSchema,
  explanation: explanationSchema,
  batch: batchSchema,
  plan: planSchema,
  'target-check': targetCheckSchema,
  revision: revisionSchema,
};

/** The JSON Schema (draft 2020-12) of a document, as committed in `templates/`. */
export function documentJsonSchema(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { target: 'draft-2020-12' }), null, 2)}\n`;
}

/** The schema of a document that was printed; undefined where it is none of ours. */
export function schemaOfDocument(document: unknown): z.ZodType | undefined {
  const head = z.looseObject({ schema: z.string() }).safeParse(document);
  const name = /^salesmetrics\.([a-z-]+)\/1$/.exec(head.data?.schema ?? '')?.[1] ?? '';
  return Object.hasOwn(documentSchemas, name) ? documentSchemas[name] : undefined;
}
