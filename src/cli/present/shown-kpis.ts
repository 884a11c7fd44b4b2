/** Which KPIs the terminal shows: those asked for, with -v all, else those with a target and a first selection. */
import type { Evaluation, KpiResult } from '../../model/evaluation.ts';
import { headlineKpis } from '../../model/kpi-basis.ts';
import type { Session } from '../session.ts';

export function showsAll({ options }: Pick<Evaluation, 'options'>, { isVerbose }: Session): boolean {
  return isVerbose || Object.hasOwn(options, 'kpi');
}

/** In the order of the catalogue; the headline is always one of them. */
export function shownKpis(evaluation: Evaluation, session: Session): readonly KpiResult[] {
  const { kpis } = evaluation;
  if (showsAll(evaluation, session)) return kpis;
  return kpis.filter((kpi, index) => index === 0 || kpi.target !== null || headlineKpis.has(kpi.id));
}
