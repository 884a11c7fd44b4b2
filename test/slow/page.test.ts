/** The page of `--html` in a real browser: it asks for nothing, complains of nothing, and everything on it is seen. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decimalFromText } from '../../src/lib/decimal.ts';
import type { Evaluation } from '../../src/model/evaluation.ts';
import { evaluationPage } from '../../src/report/page.ts';
import { writePage } from '../../src/write/html/page.ts';
import { Browser, chromiumPath } from '../support/browser.ts';
import { exampleEvaluation } from '../support/evaluation.ts';

const program = chromiumPath();
if (program === null) console.warn('SKIPPED: pages in a browser (chromium is not installed; CHROMIUM may name it)');

const desk = { width: 1200, height: 900 };
const phone = { width: 360, height: 640 };
const evil = '<script>document.title = "run"</script><img src="http://example.org/x.png" onerror="document.title = 1">';

/** A hundred people, one of them with a name that would run, cohorts, and a change by price and volume. */
function crowded(lang: Evaluation['lang']): Evaluation {
  const evaluation = exampleEvaluation(lang);
  const [first] = evaluation.breakdown;
  if (first === undefined) throw new Error('nobody');
  const names = [evil, ...Array.from({ length: 99 }, (_, index) => `${'欧阳明日 '.repeat(8)}${index}`)];
  const active = Array.from({ length: 24 }, (_, index) => 24 - index);
  const list = active.map((_, index) => ({ period: `2022-${index}`, leftCensored: false, active, mature: 24 - index }));
  const changeByPriceVolumeMix = { fromPrice: decimalFromText('-10'), fromVolume: decimalFromText('40') };
  const kpis = evaluation.kpis.map((kpi) =>
    kpi.id === 'revenue'
      ? { ...kpi, details: { ...kpi.details, changeByPriceVolumeMix, priceVolumeMixBy: 'product' } }
      : kpi,
  );
  return {
    ...evaluation,
    kpis,
    cohorts: { grain: 'month', list },
    breakdown: names.map((rep) => ({ ...first, by: { rep } })),
    problems: evaluation.problems.map((found) => ({ ...found, value: evil })),
  };
}

describe.skipIf(program === null)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await Browser.start(program ?? '');
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function opened(evaluation: Evaluation, window: typeof desk) {
    if (browser === undefined) throw new Error('no browser');
    const path = join(folder, 'page.html');
    writeFileSync(path, writePage(evaluationPage(evaluation)));
    return { browser, ...(await browser.open(path, window)) };
  }

  const pages = [
    ['the example', exampleEvaluation],
    ['a hundred people with names that would run', crowded],
  ] as const;
  const languages = ['en', 'zh-CN'] as const;
  const cases = pages.flatMap(([name, make]) =>
    languages.flatMap((lang) => [desk, phone].map((window) => [name, lang, window.width, make(lang), window] as const)),
  );

  test.each(cases)('%s, %s, %i px', async (_, lang, __, evaluation, window) => {
    const page = await opened(evaluation, window);
    expect([page.requests, page.complaints]).toEqual([[], []]);
    expect(await page.browser.ask('document.documentElement.lang')).toBe(lang);
    expect(await page.browser.ask('document.title')).toContain('2024-Q1');
    expect(await page.browser.ask('document.querySelectorAll("script, img, iframe, link").length')).toBe(0);
    // Nothing is wider than the window: wide tables scroll inside their boxes.
    expect(await page.browser.ask('document.documentElement.scrollWidth')).toBe(window.width);
    expect(
      await page.browser.ask(
        '[...document.querySelectorAll(".scroll")].some((box) => box.getBoundingClientRect().right > innerWidth)',
      ),
    ).toBe(false);
  });

  test.each([desk, phone])('each chart is drawn, once, inside its frame at $width px', async (window) => {
    const page = await opened(exampleEvaluation(), window);
    const shown =
      await page.browser.ask(`[...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0).map((svg) => {
      const frame = svg.getBoundingClientRect();
      const inside = [...svg.querySelectorAll('path, text')].map((shape) => shape.getBoundingClientRect());
      return {
        isWide: frame.width >= 300 && frame.height >= 100,
        drawn: inside.filter(({ width, height }) => width > 5 && height > 5).length > 10,
        overflowing: inside.filter(({ left, right }) => left < frame.left - 1 || right > frame.right + 1).length,
      };
    })`);
    expect(shown).toEqual(Array.from({ length: 3 }, () => ({ isWide: true, drawn: true, overflowing: 0 })));
  });

  test('texts of charts do not lie over each other', async () => {
    const page = await opened(exampleEvaluation('zh-CN'), phone);
    const overlaps =
      await page.browser.ask(`[...document.querySelectorAll('svg')].filter((svg) => svg.getBoundingClientRect().width > 0).flatMap((svg) => {
      const boxes = [...svg.querySelectorAll('text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
      return boxes.flatMap(([a, one], index) => boxes.slice(index + 1).flatMap(([b, two]) =>
        one.left < two.right - 1 && two.left < one.right - 1 && one.top < two.bottom - 4 && two.top < one.bottom - 4 ? [a + ' / ' + b] : []));
    })`);
    expect(overlaps).toEqual([]);
  });

  test('a name that would run is read as it is written', async () => {
    const page = await opened(crowded('en'), desk);
    const names = 'document.querySelector("details:not(.numbers) summary").textContent';
    expect(await page.browser.ask(names)).toContain(evil);
    expect(
      await page.browser.ask(
        '[...document.querySelectorAll("svg text")].some((text) => text.textContent.startsWith("<script>"))',
      ),
    ).toBe(true);
  });

  test('printed on A4, on as many pages as it takes', async () => {
    const page = await opened(exampleEvaluation(), desk);
    const pdf = (await page.browser.pdf()).toString('latin1');
    expect(pdf.match(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/g)?.length).toBeGreaterThan(1);
  });
});
