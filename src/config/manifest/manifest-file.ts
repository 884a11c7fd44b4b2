/** What a manifest of `batch` may say: jobs, and what differs from job to job. Declared once; types and JSON Schema come out. */
import { z } from 'zod';

/** A double keeps 15 digits of what the file says: more would be another number. */
const number = z.number().refine((value) => /^-?[\d.]{1,16}$/.test(String(value)), {
  params: { code: 'config/long-number', params: {} },
});
const text = z.union([z.string().min(1), number], 'text');
const one = (description: string) => text.optional().meta({ description });
const many = (description: string) =>
  z
    .union([text, z.array(text).min(1)], 'text-or-list')
    .optional()
    .meta({ description });

const jobShape = {
  name: z
    .string()
    .min(1)
    .optional()
    .meta({ description: 'Name of the job and of its report; the first file where not said.' }),
  files: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)], 'file-or-files')
    .meta({ description: 'Files that are one data set, as seen from the manifest; globs are allowed.' }),
  targets: many('Files with targets, as seen from the manifest.'),
  as: many('What a file or sheet is: orders=FILE, targets=FILE#SHEET.'),
  column: many('Which heading stands for a field: amount=Turnover.'),
  sheet: many('Read these sheets only.'),
  headerRow: one('The row of the headings.'),
  encoding: one('utf-8, utf-16le, utf-16be, gb18030, windows-1252.'),
  delimiter: one('comma, semicolon, tab, pipe or a character.'),
  dateOrder: one('How 03/04/2024 is read: dmy, mdy, ymd.'),
  unit: many('The unit of a table: targets=万.'),
  tax: one('Which amounts count: included, excluded.'),
  overlap: one('Rows that stand in two tables: keep, drop.'),
  basis: one('Which date counts: order, delivery, invoice, payment.'),
  period: one('2024-Q1, 2024-03, 2024, 2024-01..2024-03, all.'),
  grain: one('Of the trend: month, quarter, year.'),
  by: many('Break down by this field or heading; rep,region combines.'),
  kpi: many('Only these KPIs.'),
  compare: one('previous, year-ago, none or a period.'),
  targetVersion: one('The version of the targets that counts.'),
  asOf: one('Judge as of this day: 2024-03-31.'),
  only: many('Rows with this value only: region=East.'),
  earlier: one('An earlier export of the deals, as seen from the manifest.'),
  lookback: one('Months of history that new customers need.'),
  cohorts: one('Customers by first purchase: month, quarter, year.'),
  allowSkipped: one('Rows that may be left out: 4 or 0.5%.'),
  expect: many('Control totals: revenue=10577000.00[@tolerance].'),
  failUnder: one('Exit code 3 below this attainment, in percent.'),
  strict: z.boolean().optional().meta({ description: 'Write no report if there is any error.' }),
};

const expectByKpi = z
  .record(z.string().min(1), text)
  .meta({ description: 'Control total by KPI: { revenue: 10577000.00 }; in quotes where it has over 15 digits.' });

const jobSchema = z.strictObject({
  ...jobShape,
  expect: z.union([expectByKpi, jobShape.expect]).optional().meta({ description: 'Control totals.' }),
});

export const manifestFile = z.strictObject({
  version: z.literal(1).meta({ description: 'Of this format.' }),
  jobs: z.array(jobSchema).min(1).meta({ description: 'One report each, in this order.' }),
});

export type ManifestJob = z.output<typeof jobSchema>;

/** The same rules for editors; committed as `templates/manifest.schema.json`. */
export function manifestJsonSchema(): unknown {
  return z.toJSONSchema(manifestFile, { target: 'draft-7', io: 'input' });
}
