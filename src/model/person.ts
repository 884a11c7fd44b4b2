import type { Day } from './day.ts';
import type { Place } from './place.ts';

/** A row of `people`: who, where, and from when to when. */
export interface Person {
  readonly rep: string;
  readonly from: Day | null;
  readonly to: Day | null;
  /** Field or heading → text, as far as the row has one: team, region, and whatever else the file says of people. */
  readonly texts: ReadonlyMap<string, string>;
  /** The cell of the name. */
  readonly place: Place;
}
