/** The KPI that a row of targets is about. */
import { closestTo } from '../../lib/closest.ts';
import { kpiWords } from '../../model/kpi-names.ts';
import type { Problem } from '../../model/problem.ts';
import { problem } from '../../problems/catalogue.ts';
import type { TargetTable } from './target-table.ts';
import { isTotalText } from './total-words.ts';

export class KpiReader {
  readonly #table: TargetTable;
  /** KPI of the rows above, where a wide table names it once per group. */
  #above = '';

  constructor(table: TargetTable) {
    this.#table = table;
  }

  /** The row's KPI; in a wide table that of its group. A total under the KPIs is of the one above it. */
  textOf(row: number): string {
    const own = this.#table.fieldText('kpi', row);
    if (!this.#table.isWide) return own;
    if (own !== '' && !isTotalText(own)) this.#above = own;
    return this.#above;
  }

  /** KPI id of the row, undefined where it names none, a problem where it is unknown. */
  read(row: number): string | undefined | Problem {
    const text = this.textOf(row);
    if (text === '') return undefined;
    const kpi = this.#table.kpiNamed(text);
    if (kpi !== undefined) return kpi;
    const column = this.#table.column('kpi');
    const words = [...this.#table.ownKpis.flatMap(({ id, title }) => [id, title.en, title['zh-CN']]), ...kpiWords];
    const near = [...new Set(closestTo(text, words).flatMap((word) => this.#table.kpiNamed(word) ?? []))];
    const extras = { heading: column?.heading ?? null, value: text, treatment: 'left-out' as const };
    return problem('targets/unknown-kpi', this.#table.place(row, column?.index ?? null), { near }, extras);
  }
}
