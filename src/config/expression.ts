/** Text of a derived KPI → its tree: KPI names, numbers, + - * / and parentheses; nothing else is ever evaluated. */
import jsep from 'jsep';
import { decimalFromText } from '../lib/decimal.ts';
import type { Expression } from '../model/own-kpi.ts';

const longest = 10_000;
const deepest = 64;

/** What cannot stand in an expression, or that it cannot be read. */
export class ExpressionError extends Error {
  readonly code: string;
  readonly what: string;

  constructor(code: string, what: string) {
    super(code);
    this.code = code;
    this.what = what;
  }
}

/** `idOf` gives the KPI that a name means. Throws an ExpressionError. */
export function parseExpression(text: string, idOf: (name: string) => string | undefined): Expression {
  if (text.length > longest) throw new ExpressionError('config/expression-too-long', String(longest));
  return translated(parsed(text), idOf, 0);
}

function parsed(text: string): jsep.Expression {
  try {
    return jsep(text);
  } catch (error) {
    throw new ExpressionError('config/expression-unreadable', error instanceof Error ? error.message : '');
  }
}

function translated(node: jsep.Expression, idOf: (name: string) => string | undefined, depth: number): Expression {
  if (depth > deepest) throw new ExpressionError('config/expression-too-deep', String(deepest));
  if (isLiteral(node)) return numberOf(node.raw);
  if (isIdentifier(node)) {
    const id = idOf(node.name);
    if (id === undefined) throw new ExpressionError('config/unknown-kpi', node.name);
    return { kind: 'kpi', id };
  }
  const found = operation(node, (side) => translated(side, idOf, depth + 1));
  if (found === undefined) throw new ExpressionError('config/expression-part', what(node));
  return found;
}

function operation(node: jsep.Expression, inside: (side: jsep.Expression) => Expression): Expression | undefined {
  if (isUnary(node) && node.operator === '-') return { kind: 'negative', of: inside(node.argument) };
  if (isUnary(node) && node.operator === '+') return inside(node.argument);
  if (!isBinary(node) || !isOperator(node.operator)) return undefined;
  return { kind: 'operation', operator: node.operator, left: inside(node.left), right: inside(node.right) };
}

function numberOf(raw: string): Expression {
  if (!/^\d{1,30}(?:\.\d{1,30})?$/.test(raw)) throw new ExpressionError('config/expression-part', raw);
  return { kind: 'number', value: decimalFromText(raw) };
}

function what(node: jsep.Expression): string {
  const { operator } = node;
  return typeof operator === 'string' ? operator : node.type;
}

function isLiteral(node: jsep.Expression): node is jsep.Literal {
  return node.type === 'Literal';
}

function isIdentifier(node: jsep.Expression): node is jsep.Identifier {
  return node.type === 'Identifier';
}

function isUnary(node: jsep.Expression): node is jsep.UnaryExpression {
  return node.type === 'UnaryExpression';
}

function isBinary(node: jsep.Expression): node is jsep.BinaryExpression {
  return node.type === 'BinaryExpression';
}

function isOperator(text: string): text is '+' | '-' | '*' | '/' {
  return text === '+' || text === '-' || text === '*' || text === '/';
}
