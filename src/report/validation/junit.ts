/**
 * `junit`: a suite per file, a case per code, so that names stay the same from run to run and trends can be drawn. Only
 * errors fail a case; warnings and information stand in its output.
 */

import { describeProblem } from '../../i18n/index.ts';
import type { Lang } from '../../i18n/shape.ts';
import { escapeXml } from '../../lib/xml-text.ts';
import type { Problem } from '../../model/problem.ts';
import { type FileGroup, fullMessage, groupByFile, placesText } from './cells.ts';

const mostPlaces = 1000;

/** `codes`: all that are checked for; `files`: all that were read, in their order. */
export function junitText(
  problems: readonly Problem[],
  files: readonly string[],
  codes: readonly string[],
  lang: Lang,
): string {
  const groups = groupByFile(problems);
  const suites = files.map((file) =>
    suite(
      file,
      groups.filter((group) => group.file === file),
      codes,
      lang,
    ),
  );
  const failures = groups.filter(isFailure).length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="salesmetrics" tests="${files.length * codes.length}" failures="${failures}" errors="0">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(file: string, groups: readonly FileGroup[], codes: readonly string[], lang: Lang): string {
  const failures = groups.filter(isFailure).length;
  const cases = codes.map((code) =>
    testCase(
      file,
      code,
      groups.filter((group) => group.code === code),
      lang,
    ),
  );
  return [
    `  <testsuite name="${escapeXml(file)}" tests="${codes.length}" failures="${failures}" errors="0" skipped="0">`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

function isFailure({ severity }: FileGroup): boolean {
  return severity === 'error';
}

function testCase(file: string, code: string, groups: readonly FileGroup[], lang: Lang): string {
  const head = `    <testcase classname="${escapeXml(file)}" name="${escapeXml(code)}"`;
  if (groups.length === 0) return `${head}/>`;
  const bodies = groups.map((group) => {
    const [first] = group.problems;
    const title = first === undefined ? code : describeProblem(first, lang).title;
    const text = escapeXml(bodyOf(group, lang));
    return isFailure(group)
      ? `      <failure message="${escapeXml(title)}" type="${group.severity}">${text}</failure>`
      : `      <system-out>${group.severity}: ${text}</system-out>`;
  });
  return [`${head}>`, ...bodies, '    </testcase>'].join('\n');
}

function bodyOf({ problems }: FileGroup, lang: Lang): string {
  const [first] = problems;
  const places = placesText(problems, mostPlaces);
  return `${places === '' ? '' : `${places}\n`}${first === undefined ? '' : fullMessage(first, lang)}`;
}
