/** What a table of targets has beyond its own fields: a date that is its period, and the dimensions of the facts. */
import type { Confidence } from '../model/mapping.ts';
import type { Assigned, Assignment } from './assignment.ts';
import type { Candidates } from './decide.ts';

/** Fields of facts and people that a target can be keyed by. */
const dimensions = [
  ['orders', 'rep team region product category channel segment customerId customerName employeeId'],
  ['people', 'manager'],
] as const;

/** The fields of a table of targets. `isWide`: its periods stand across. */
export function completeTargets(c: Candidates, isWide: boolean): Assignment {
  const own = c.of('targets');
  const fields = new Map(own.fields);
  const isFree = (index: number): boolean =>
    ![...fields.values()].some((assigned) => assigned.index === index) &&
    !own.ambiguous.some(({ indexes }) => indexes.includes(index));
  addDimensions(c, fields, isFree);
  if (!isWide) {
    if (!fields.has('target')) addContent(fields, 'target', c.of('orders').fields.get('amount'), isFree);
    if (!fields.has('period') && !fields.has('periodStart')) addContent(fields, 'period', periodOf(c, isFree), isFree);
  }
  return { dataset: 'targets', fields, ambiguous: own.ambiguous };
}

type Fields = Map<string, Assigned>;
type IsFree = (index: number) => boolean;

function addDimensions(c: Candidates, fields: Fields, isFree: IsFree): void {
  // A table of one owner a row and nobody else named: the owner is whose target it is.
  const owner = fields.get('owner');
  const hasNode = fields.has('name') || c.hasAny('orders', 'team', 'region', 'category', 'product');
  if (owner && !hasNode && c.of('orders').fields.get('rep')?.index === owner.index) fields.delete('owner');
  for (const [dataset, names] of dimensions) {
    for (const field of names.split(' ')) {
      const found = c.of(dataset).fields.get(field);
      if (found && found.rank < 2 && !fields.has(field) && isFree(found.index)) fields.set(field, found);
    }
  }
}

/** "That date, month or period is the target's period" (contract §2), whatever it is called. */
function periodOf(c: Candidates, isFree: IsFree): Assigned | undefined {
  const dated = ['orderDate', 'invoiceDate', 'deliveryDate', 'paymentDate', 'dueDate']
    .map((field) => c.of('orders').fields.get(field))
    .find((found) => found !== undefined);
  if (dated) return dated;
  const column = c.sheet.columns.find(({ index, looks }) => looks.isDays && isFree(index));
  return column && { index: column.index, rank: 2, confidence: 'content' };
}

function addContent(fields: Fields, field: string, found: Assigned | undefined, isFree: IsFree): void {
  const confidence: Confidence = 'content';
  if (found && isFree(found.index)) fields.set(field, { ...found, confidence });
}
