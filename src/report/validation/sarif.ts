/**
 * `sarif`: SARIF 2.1.0 as code scanning reads it. A place is a line and a column, so a cell is its row and the number of
 * its column; the cell's name is the logical location. GitHub keeps 5,000 results of a run: above 1,000 problems those of
 * one code and file are one result.
 */
import { createHash } from 'node:crypto';
import { describeProblem } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import type { JsonValue } from '../../lib/json-value.ts';
import { wellFormed } from '../../lib/xml-text.ts';
import type { Place } from '../../model/place.ts';
import type { Problem } from '../../model/problem.ts';
import { fullMessage, groupByFile, placesText, shortPlace } from './cells.ts';

export const mostResults = 1000;
const mostRelated = 100;

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

interface SarifOptions {
  readonly lang: Lang;
  readonly tool: { readonly name: string; readonly version: string };
  /** What tells the row of a problem from others wherever it stands: order id, person and period. */
  readonly keyOf: (found: Problem) => string;
}

export function sarifDocument(problems: readonly Problem[], { lang, tool, keyOf }: SarifOptions): JsonValue {
  const firsts = new Map<string, Problem>();
  for (const found of problems) if (!firsts.has(found.code)) firsts.set(found.code, found);
  const codes = [...firsts.keys()];
  const fingerprints = new Fingerprints();
  const groups =
    problems.length > mostResults ? groupByFile(problems).map((group) => group.problems) : problems.map((one) => [one]);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            rules: [...firsts.values()].map((found) => rule(found, lang)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: groups.flatMap((group) => {
          const [first] = group;
          if (first === undefined) return [];
          const key = group.length > 1 ? '' : keyOf(first);
          return [result(group, first, codes.indexOf(first.code), fingerprints.of(first, key), lang)];
        }),
      },
    ],
  };
}

function rule(found: Problem, lang: Lang): JsonValue {
  const { title } = describeProblem(found, lang);
  return {
    id: found.code,
    shortDescription: { text: title },
    help: { text: `salesmetrics explain ${found.code}` },
    defaultConfiguration: { level: levels[found.severity] },
  };
}

function result(
  group: readonly Problem[],
  first: Problem,
  ruleIndex: number,
  fingerprint: string,
  lang: Lang,
): JsonValue {
  const message = fullMessage(first, lang);
  const places = placesText(group, mostRelated);
  const related = group.length > 1 ? group.slice(1, mostRelated + 1).map(({ place }) => place) : first.related;
  return {
    ruleId: first.code,
    ruleIndex,
    level: levels[first.severity],
    message: { text: group.length > 1 && places !== '' ? `${places}: ${message}` : message },
    locations: [location(first.place)],
    relatedLocations: related.slice(0, mostRelated).map((place, id) => ({ id, ...location(place) })),
    ...(group.length > 1 ? { occurrenceCount: group.length } : {}),
    partialFingerprints: { 'salesmetrics/v1': fingerprint },
  };
}

function location(place: Place): { readonly [key: string]: JsonValue } {
  const { file, row, column } = place;
  const name = shortPlace(place);
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      // Code scanning wants a line; of a whole file it is the first.
      region: { startLine: row ?? 1, ...(column === null ? {} : { startColumn: column }) },
    },
    ...(place.sheet === null ? {} : { logicalLocations: [{ fullyQualifiedName: name, kind: 'member' }] }),
  };
}

function uriOf(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const joined = parts.map((part) => encodeURIComponent(wellFormed(part))).join('/');
  if (/^[A-Za-z]%3A\//.test(joined)) return `file:///${joined.replace('%3A', ':')}`;
  return joined.startsWith('/') ? `file://${joined}` : joined;
}

/** File, code and key give the same result the same name when rows move; equal ones are numbered. */
class Fingerprints {
  readonly #seen = new Map<string, number>();

  of({ code, place, heading }: Problem, key: string): string {
    const text = JSON.stringify([place.file, place.sheet, code, heading, key]);
    const before = this.#seen.get(text) ?? 0;
    this.#seen.set(text, before + 1);
    return createHash('sha256')
      .update(`${text}${before === 0 ? '' : before}`)
      .digest('hex')
      .slice(0, 32);
  }
}
