/** docProps/custom.xml: the mark by which a workbook is known as ours (ECMA-376 part 1, 22.3). */
import { escapeXml } from '../../lib/xml-text.ts';

/** The property that says that salesmetrics wrote a file, and which version. */
export const ownMark = 'salesmetrics.version';

const fmtid = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';

export function customProperties(properties: ReadonlyMap<string, string | boolean>): string {
  const items = [...properties].map(([name, value], index) => {
    const body =
      typeof value === 'boolean' ? `<vt:bool>${value}</vt:bool>` : `<vt:lpwstr>${escapeXml(value)}</vt:lpwstr>`;
    // pid 0 and 1 are reserved.
    return `<property fmtid="${fmtid}" pid="${index + 2}" name="${escapeXml(name)}">${body}</property>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${items.join('')}</Properties>`;
}
