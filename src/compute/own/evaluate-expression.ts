/** A derived KPI of one group from the measures of the KPIs that it names: exact fractions, rounded once at the end. */
import { add, type Decimal, decimal, isZero, multiply, negate } from '../../lib/decimal.ts';
import { type Fraction, over, times, whole } from '../../lib/fraction.ts';
import { exactValue } from '../../model/exact-value.ts';
import type { Caution, Why } from '../../model/kpi.ts';
import type { Expression } from '../../model/own-kpi.ts';
import { defined, type Measure, notDefined, quotient } from '../kpi.ts';

type Known = ReadonlyMap<string, Measure>;

const one: Decimal = decimal(1);

export function evaluated(expression: Expression, known: Known): Measure {
  const cautions = [...new Set([...known.values()].flatMap((measure) => measure.cautions))];
  const found = fractionOf(expression, known);
  if (typeof found === 'string') return notDefined(found);
  return resultOf(found, cautions);
}

/** Only what was divided has parts. */
function resultOf({ n, d }: Fraction, cautions: readonly Caution[]): Measure {
  return d.scale === 0 && d.units === one.units ? defined(n, cautions) : quotient(n, d, cautions);
}

/** A reason where it has no value. */
function fractionOf(expression: Expression, known: Known): Fraction | Why {
  switch (expression.kind) {
    case 'number':
      return whole(expression.value);
    case 'kpi':
      return measured(known.get(expression.id));
    case 'negative': {
      const found = fractionOf(expression.of, known);
      return typeof found === 'string' ? found : { n: negate(found.n), d: found.d };
    }
    case 'operation': {
      const [left, right] = [fractionOf(expression.left, known), fractionOf(expression.right, known)];
      if (typeof left === 'string') return left;
      return typeof right === 'string' ? right : operated(expression.operator, left, right);
    }
  }
}

function measured(measure: Measure | undefined): Fraction | Why {
  if (measure === undefined || measure.actual === null) return measure?.why ?? 'no-data';
  const { actual, numerator, denominator } = measure;
  return exactValue({ actual, numerator, denominator });
}

function operated(operator: '+' | '-' | '*' | '/', a: Fraction, b: Fraction): Fraction | Why {
  switch (operator) {
    case '*':
      return times(a, b);
    case '/':
      return isZero(b.n) ? 'zero-denominator' : over(a, b);
    case '+':
      return plus(a, b);
    case '-':
      return plus(a, { n: negate(b.n), d: b.d });
  }
}

function plus(a: Fraction, b: Fraction): Fraction {
  return { n: add(multiply(a.n, b.d), multiply(b.n, a.d)), d: multiply(a.d, b.d) };
}
