/** How pages look: on a screen, on a phone and on A4. Light only, since reports are printed and mailed; no web font. */
import { looks } from './charts/looks.ts';

const cjkFonts = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei"';
const latinFonts = '"Segoe UI", Roboto, "Helvetica Neue", Arial';

/** Text on a tint, contrast 6.4 to 1 at least. */
const tints = {
  met: ['#004a75', '#d9ebf5'],
  near: ['#6b4a00', '#fdf1d0'],
  below: ['#8a3a00', '#fbe3d6'],
} as const;

export function pageStyle(lang: 'en' | 'zh-CN'): string {
  const fonts = lang === 'en' ? `${latinFonts}, ${cjkFonts}` : `${cjkFonts}, ${latinFonts}`;
  return [
    `body { font-family: ${fonts}, sans-serif; }`,
    body,
    parts,
    tables,
    statuses(),
    keys(),
    shades(),
    phone,
    print,
  ].join('\n');
}

const body = `
* { box-sizing: border-box; }
html { color-scheme: light; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 1200px; padding: 24px; background: #fff; color: #1f2933; font-size: 14px; line-height: 1.45; }
h1 { font-size: 26px; line-height: 1.25; margin: 0 0 6px; }
h2 { font-size: 17px; line-height: 1.3; margin: 0 0 8px; }
h1, h2, p, dd, summary { overflow-wrap: anywhere; }
th, td { overflow-wrap: break-word; }
p { margin: 0 0 8px; }
.facts, .label, .note, .legend, footer, caption { color: #5f6b76; }
.label { font-size: 12px; margin: 0 0 2px; }
.draft { border-left: 5px solid #d55e00; background: #fbe3d6; color: #8a3a00; padding: 8px 12px; margin: 12px 0; }
.warning { border-left: 5px solid #e69f00; background: #fdf1d0; color: #6b4a00; padding: 8px 12px; margin: 12px 0; }
.stamp { display: none; }
.tiles { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 12px; margin: 16px 0 24px; padding: 0; list-style: none; }
.tiles li { border: 1px solid #e3e7eb; border-left: 5px solid #b8c4ce; padding: 10px 12px; }
.tiles strong { display: block; font-size: 24px; line-height: 1.3; overflow-wrap: anywhere; }
.tiles span { display: block; color: #5f6b76; font-size: 13px; }
.tiles b { color: #1f2933; font-weight: 600; }
main { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 28px; }
section { min-width: 0; grid-column: 1 / -1; }
section.half { grid-column: auto; }
footer { border-top: 1px solid #e3e7eb; margin-top: 28px; padding-top: 10px; font-size: 12px; overflow-wrap: anywhere; }
footer span { margin-right: 16px; }`;

const parts = `
.chart svg { display: block; width: 100%; max-width: 640px; height: auto; }
.narrow { display: none; }
.legend { font-size: 12px; }
.legend span { margin-right: 12px; white-space: nowrap; }
.key { display: inline-block; width: 12px; height: 10px; margin-right: 4px; border: 1px solid transparent; }
.key.k-target { width: 3px; height: 12px; vertical-align: -1px; }
details { border-top: 1px solid #e3e7eb; padding: 6px 0; }
details.numbers { border: 0; }
summary { cursor: pointer; }
.numbers summary { color: #5f6b76; font-size: 12px; }
dl { columns: 2; column-gap: 28px; margin: 0; }
dl div { break-inside: avoid; margin-bottom: 10px; }
dt { font-weight: 600; }
dd { margin: 0; color: #5f6b76; }
code { color: #5f6b76; font-size: 12px; font-weight: 400; }`;

const tables = `
.scroll { overflow-x: auto; margin: 0 0 10px; }
table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-size: 12px; padding: 0 0 4px; }
th, td { text-align: left; vertical-align: top; padding: 4px 10px 4px 0; border-bottom: 1px solid #e3e7eb; white-space: nowrap; font-weight: 400; }
thead th { border-bottom: 2px solid #5f6b76; font-weight: 600; vertical-align: bottom; }
tfoot th, tfoot td { border-top: 2px solid #5f6b76; border-bottom: 0; font-weight: 600; }
.n { text-align: right; padding: 4px 0 4px 14px; }
.shade { padding-right: 4px; }
.n + th:not(.n), .n + td:not(.n) { padding-left: 14px; }
.long { white-space: normal; min-width: 15em; max-width: 34em; }
.reason { color: #5f6b76; white-space: normal; min-width: 7em; }
.status { display: inline-block; font-style: normal; padding: 0 8px; border-radius: 3px; white-space: nowrap; }`;

function statuses(): string {
  const rules = (
    [
      ['met', 'on-track'],
      ['near', 'unconfirmed'],
      ['below', 'behind'],
    ] as const
  ).flatMap(([tint, other]) => {
    const [text, fill] = tints[tint];
    return [
      `.s-${tint}, .s-${other} { color: ${text}; background: ${fill}; }`,
      `.tiles .e-${tint}, .tiles .e-${other} { border-left-color: ${looks[tint].fill}; }`,
    ];
  });
  return rules.join('\n');
}

function keys(): string {
  return Object.entries(looks)
    .map(
      ([look, { fill, edge }]) =>
        `.k-${look} { background: ${fill};${edge === null ? '' : ` border: 1px dashed ${edge};`} }`,
    )
    .join('\n');
}

/** From white to a blue on which dark text still reads. */
function shades(): string {
  const rules = Array.from({ length: 11 }, (_, step) => {
    const part = (from: number, to: number) => Math.round(from + ((to - from) * step) / 10);
    return `.t${step} { background: rgb(${part(255, 120)}, ${part(255, 180)}, ${part(255, 220)}); }`;
  });
  return rules.join('\n');
}

const phone = `
@media screen and (max-width: 900px) {
main { grid-template-columns: minmax(0, 1fr); }
section.half { grid-column: 1 / -1; }
}
@media screen and (max-width: 800px) {
.tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
dl { columns: 1; }
}
@media screen and (max-width: 600px) {
body { padding: 16px; }
h1 { font-size: 21px; }
.tiles strong { font-size: 19px; }
.wide { display: none; }
.narrow { display: block; }
}`;

const print = `
@page { size: A4; margin: 12mm; }
@media print {
body { padding: 0; max-width: none; font-size: 9.5pt; }
* { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.stamp { display: block; position: fixed; top: 0; right: 0; color: #d55e00; font-weight: 600; }
h1 { font-size: 16pt; }
main { gap: 16px 20px; }
section { break-inside: avoid; }
.wide { display: none; }
.narrow { display: block; }
.scroll { overflow: visible; }
table { font-size: 8pt; }
th, td { padding: 3px 6px 3px 0; }
.n { padding: 3px 0 3px 6px; }
.long, .reason { min-width: 0; }
thead th, td:not(.n) { white-space: normal; }
tr { break-inside: avoid; }
details.numbers:not([open]) { display: none; }
summary { list-style: none; }
}`;
