import { parser } from '@prometheus-io/lezer-promql';
import type { SyntaxNode } from '@lezer/common';
import { BadQuery } from './BadQuery';

/** A node of the syntax tree with the text that it was made from. */
export interface Expression {
  readonly node: SyntaxNode;
  readonly text: string;
}

/** @throws `BadQuery` where the text is no PromQL */
export function parsePromql(text: string): Expression {
  const tree = parser.parse(text);
  let error: number | undefined;
  tree.iterate({
    enter: node => {
      if (node.type.isError) error ??= node.from;
    },
  });
  const root = tree.topNode.firstChild;
  if (error !== undefined || !root) {
    throw new BadQuery(
      `invalid parameter "query": 1:${(error ?? 0) + 1}: parse error: ${
        text.trim() ? 'unexpected input' : 'no expression found in input'
      }`,
    );
  }
  return { node: root, text };
}

export function childrenOf({ node, text }: Expression): Expression[] {
  const children: Expression[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    children.push({ node: child, text });
  }
  return children;
}

/** The first child of a kind. */
export function childOf(
  expression: Expression,
  kind: string,
): Expression | undefined {
  return childrenOf(expression).find(({ node }) => node.name === kind);
}

/** All nodes of a kind below this one. */
export function allOf(expression: Expression, kind: string): Expression[] {
  return childrenOf(expression).flatMap(child =>
    child.node.name === kind ? [child] : allOf(child, kind),
  );
}

export function textOf({ node, text }: Expression): string {
  return text.slice(node.from, node.to);
}

/** Text of a string literal in any of the three kinds of quotes. */
export function stringOf(expression: Expression): string {
  const literal = textOf(expression);
  return literal.startsWith('`')
    ? literal.slice(1, -1)
    : literal.slice(1, -1).replace(/\\(.)/g, '$1');
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

/** Seconds of a duration such as `1h30m` or `90`. */
export function secondsOf(duration: string): number {
  if (/^\d+(\.\d+)?$/.test(duration)) return Number(duration);
  return [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * UNITS[unit],
    0,
  );
}
