/** `npm run figures [-- name part]`: how many expected figures of the shared data agree, are wrong, are not computed. */
import { figuresOf } from './figures-of.ts';
import { hasData, variants } from './sets.ts';
import { detailsOf, figuresTable, type SetFigures } from './table.ts';

const wanted = process.argv[2] ?? '';

if (!hasData) console.log('The shared data folder is absent: nothing to compare with.');
else {
  const sets: SetFigures[] = [];
  for (const variant of variants.filter(({ name }) => name.includes(wanted))) {
    try {
      sets.push({ name: variant.name, figures: await figuresOf(variant) });
    } catch (error) {
      console.log(`${variant.name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  for (const set of sets) process.stdout.write(detailsOf(set));
  process.stdout.write(`\n${figuresTable(sets)}`);
}
