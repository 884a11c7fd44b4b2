/** What makes two rows of two exports the same row. */
import type { DatasetName } from './fields.ts';

/** Ids that make two rows one, whatever else has changed between two exports. */
export const rowIds: Readonly<Partial<Record<DatasetName, string>>> = { deals: 'dealId', tickets: 'ticketId' };
