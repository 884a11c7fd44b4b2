/** For completion: the sheets of the workbooks among what is typed; none where one cannot be read. */
export async function sheetsAmong(words: readonly string[]): Promise<readonly string[]> {
  const files = words.filter((word) => /\.xls[xm]$/i.test(word));
  if (files.length === 0) return [];
  const { sheetNames } = await import('../read/xlsx/sheet-names.ts');
  const found = await Promise.all(files.map((file) => sheetNames(file).catch(() => [])));
  return [...new Set(found.flat())];
}
