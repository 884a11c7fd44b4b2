/** How a page that we wrote is known again: by the first lines, which no other program writes. */

/** The first lines of a page. */
export function pageMark(lang: string, { name, version }: { readonly name: string; readonly version: string }): string {
  return [
    '<!doctype html>',
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8" />',
    `<meta name="generator" content="${name} ${version}" />`,
  ].join('\n');
}

const start =
  /^<!doctype html>\n<html lang="[\w-]+">\n<head>\n<meta charset="utf-8" \/>\n<meta name="generator" content="salesmetrics /;

/** By the first 200 characters. */
export function isOwnPage(text: string): boolean {
  return start.test(text.slice(0, 200));
}
