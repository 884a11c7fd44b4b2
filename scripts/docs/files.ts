/** `files.md`: formats, presets, datasets and their fields. */
import { datasetTitle, fieldTitle, wordsOf } from '../../src/i18n/index.ts';
import type { Lang } from '../../src/i18n/shape.ts';
import { datasetNames, datasets } from '../../src/model/fields.ts';
import { presetIds } from '../../src/model/preset-ids.ts';
import { code, plain, table } from './markdown.ts';
import { docWords } from './words.ts';

export function filesPage(lang: Lang): string[] {
  const words = docWords(lang);
  const { formats, presets } = wordsOf(lang);
  return [
    `# ${words.files}`,
    `## ${words.formats}`,
    table(
      [words.format, words.meaning],
      formats.map(([name, meaning]) => [plain(name), plain(meaning)]),
    ),
    `## ${words.presets}`,
    table(
      [words.program, words.tables],
      presetIds.map((id) => [plain(presets[id].title), plain(presets[id].knows)]),
    ),
    `## ${words.fields}`,
    words.fieldsLead,
    ...datasetNames.flatMap((dataset) => [
      `### ${dataset}`,
      datasetTitle(dataset, lang),
      table(
        [words.field, words.kind, words.meaning],
        Object.entries(datasets[dataset]).map(([field, kind]) => [
          code(field),
          words.kinds[kind],
          fieldTitle(field, lang),
        ]),
      ),
    ]),
  ];
}
