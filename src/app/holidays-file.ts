/** `calendar.holidays`: a text file with one date a line; what follows the date is a remark, a heading has none. */
import { type Day, dayOf } from '../model/day.ts';
import { ConfigError, type ConfigFault } from '../problems/config-error.ts';
import { readText } from './read-text.ts';

const date = /^["']?\s*(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})/u;

/** Throws a ConfigError where a line begins with no date that exists. */
export async function readHolidays(path: string): Promise<ReadonlySet<Day>> {
  const { text } = await readText(path);
  const days = new Set<Day>();
  const faults: ConfigFault[] = [];
  for (const [at, line] of text.split(/\r\n|\n|\r/).entries()) {
    const shown = line.trim();
    // A heading stands before all dates and says none.
    if (shown === '' || shown.startsWith('#') || (days.size === 0 && faults.length === 0 && !/\d/.test(shown)))
      continue;
    const [, year, month, day] = date.exec(shown) ?? [];
    const found = year === undefined ? undefined : dayOf(Number(year), Number(month), Number(day));
    if (found !== undefined) days.add(found);
    else faults.push(faultAt(path, at + 1, line));
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return days;
}

function faultAt(file: string, line: number, text: string): ConfigFault {
  const length = Math.max(1, text.length);
  return {
    code: 'config/not-a-day',
    params: { value: text.trim() },
    file,
    line,
    column: 1,
    length,
    lines: [{ number: line, text }],
  };
}
