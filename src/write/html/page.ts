/**
 * A page as one self-contained HTML file: nothing in it runs, nothing of it is fetched, every text of an input is
 * escaped. Written so that it is well-formed XML too.
 */
import { pageMark } from '../../model/own-page.ts';
import type { Page, PageSection, PageTile } from '../../model/page.ts';
import { escaped } from './escape.ts';
import { partHtml } from './parts.ts';
import { pageStyle } from './style.ts';

/** UTF-8. */
export function writePage(page: Page): Uint8Array {
  return new TextEncoder().encode(pageHtml(page));
}

function pageHtml(page: Page): string {
  const { lang, title, draft, tool, sections, numbersWord } = page;
  return `${[
    pageMark(lang, tool),
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\" />",
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="color-scheme" content="light" />',
    `<title>${escaped(draft === null ? title : `[${draft.word}] ${title}`)}</title>`,
    `<style>\n${pageStyle(lang)}\n</style>`,
    '</head>',
    '<body>',
    headerHtml(page),
    '<main>',
    ...withHalves(sections).map(({ section, isHalf }) => sectionHtml(section, isHalf, numbersWord)),
    '</main>',
    `<footer>${page.footer.map(([name, value]) => `<span>${escaped(name)} ${escaped(value)}</span>`).join(' ')}</footer>`,
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

function headerHtml({ title, facts, draft, warning, tiles }: Page): string {
  return [
    '<header>',
    draft === null ? '' : `<div class="stamp" aria-hidden="true">${escaped(draft.word)}</div>`,
    `<h1>${escaped(title)}</h1>`,
    `<p class="facts">${escaped(facts)}</p>`,
    draft === null ? '' : `<p class="draft"><strong>${escaped(draft.word)}</strong> ${escaped(draft.reason)}</p>`,
    warning === null ? '' : `<p class="warning">${escaped(warning)}</p>`,
    `<ul class="tiles">\n${tiles.map(tileHtml).join('\n')}\n</ul>`,
    '</header>',
  ]
    .filter((html) => html !== '')
    .join('\n');
}

function tileHtml({ label, value, details, status }: PageTile): string {
  const look = status === null ? '' : ` class="e-${status}"`;
  const lines = details.map(([name, said], index) => {
    const isStatus = status !== null && index === details.length - 1;
    const first = isStatus ? `<i class="status s-${status}">${escaped(name)}</i>` : escaped(name);
    return `<span>${first} <b>${escaped(said)}</b></span>`;
  });
  return `<li${look}><span>${escaped(label)}</span><strong>${escaped(value)}</strong>${lines.join('')}</li>`;
}

/** Sections of half the width stand in pairs; one that is left over takes the whole. */
function withHalves(sections: readonly PageSection[]) {
  let isSecond = false;
  return sections.map((section, index) => {
    const isPaired = section.isHalf && (isSecond || sections[index + 1]?.isHalf === true);
    isSecond = isPaired && !isSecond;
    return { section, isHalf: isPaired };
  });
}

function sectionHtml({ label, heading, parts }: PageSection, isHalf: boolean, numbersWord: string): string {
  return [
    `<section${isHalf ? ' class="half"' : ''}>`,
    `<p class="label">${escaped(label)}</p>`,
    `<h2>${escaped(heading)}</h2>`,
    ...parts.map((part) => partHtml(part, numbersWord)),
    '</section>',
  ].join('\n');
}
