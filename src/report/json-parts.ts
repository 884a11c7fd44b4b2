/** Pieces that several JSON documents have in common. */
import { cellName, type Place } from '../model/place.ts';

export function placeOf(place: Place) {
  return { file: place.file, sheet: place.sheet, row: place.row, column: place.column, cell: cellName(place) };
}

export function* mapped<Item, Made>(items: readonly Item[], make: (item: Item) => Made): Generator<Made> {
  for (const item of items) yield make(item);
}
