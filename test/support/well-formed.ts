/** The first tag of `xml` that is not closed where it should be, or null where all are. Enough for XML that we write. */
export function unbalancedTag(xml: string): string | null {
  const open: string[] = [];
  for (const [tag, closing, name = '', empty] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:[^<>"']|"[^"<]*"|'[^'<]*')*?(\/?)>/g,
  )) {
    if (empty === '/') continue;
    if (closing !== '/') open.push(name);
    else if (open.pop() !== name) return tag;
  }
  const bare = xml
    .replaceAll(/<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g, '')
    .search(/[<]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)/);
  return open.at(-1) ?? (bare < 0 ? null : 'bare character');
}
