/** Kinds of values that several keys share. */
import { z } from 'zod';
import { parseIsoDay } from '../model/day.ts';

export const name = z.string().min(1).max(1000);

/** A word in a cell: YAML reads 1 and true as number and truth. */
export const says = z.union([z.string().min(1), z.number(), z.boolean()], { error: 'text' });

export const isoDay = z.string().superRefine((text, context) => {
  if (parseIsoDay(text) !== undefined) return;
  context.addIssue({ code: 'custom', params: { code: 'config/not-a-day', params: { value: text } } });
});
