/** docProps/app.xml may list the titles of all sheets (ECMA-376 part 1, 22.2): a list that a copy with other sheets must not keep. */
import type { EditedParts } from '../package/edited-parts.ts';
import { withoutElements } from '../package/tags.ts';

/** Takes the two optional elements out, always together; the program that saves next makes them anew. */
export async function dropSheetTitles(parts: EditedParts): Promise<void> {
  const properties = (await parts.relationships('')).find(({ type }) => /^extended-?properties$/i.test(type));
  if (properties === undefined || properties.target === null) return;
  const before = await parts.text(properties.target);
  if (before === null) return;
  const after = withoutElements(before, (tag) => /^<(?:[\w.-]+:)?(?:HeadingPairs|TitlesOfParts)[\s/>]/.test(tag));
  if (after !== before) parts.set(properties.target, after);
}
