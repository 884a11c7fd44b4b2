/** Every figure of the contract that expected.json states for a data set, with its verdict. */
import { join } from 'node:path';
import { load } from '../../src/app/load.ts';
import { Book, type Figure } from './book.ts';
import { addCustomerFigures } from './customer-figures.ts';
import { addDealFigures } from './deal-figures.ts';
import { readExpected } from './expected.ts';
import { addAttainments, addOrderFigures } from './order-figures.ts';
import { type DataVariant, dataFolder } from './sets.ts';

export async function figuresOf(variant: DataVariant): Promise<readonly Figure[]> {
  const expected = readExpected(variant.folder);
  const paths = variant.files.map((file) => join(dataFolder, variant.folder, file));
  const { data } = await load(paths, variant.options ?? {});
  const book = new Book(data, variant.isWorkbook);
  addOrderFigures(book, expected, expected.deals === null ? variant.dimensions : {});
  addCustomerFigures(book, expected);
  if (expected.deals !== null) addDealFigures(book, expected.deals, variant.dimensions, variant.spelled ?? {});
  if (expected.attainment !== undefined && variant.targets !== undefined)
    addAttainments(book, expected, variant.targets);
  return book.figures;
}
