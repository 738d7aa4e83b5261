import type { Expr } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';

/** The expressions directly inside an expression. */
export function childrenOf({ exprKind }: Expr): readonly Expr[] {
  switch (exprKind.case) {
    case 'selectExpr':
      return present([exprKind.value.operand]);
    case 'callExpr':
      return present([exprKind.value.target, ...exprKind.value.args]);
    case 'listExpr':
      return exprKind.value.elements;
    case 'structExpr':
      return present(
        exprKind.value.entries.flatMap(({ keyKind, value }) => [
          keyKind.case === 'mapKey' ? keyKind.value : undefined,
          value,
        ]),
      );
    case 'comprehensionExpr':
      return present([
        exprKind.value.iterRange,
        exprKind.value.accuInit,
        exprKind.value.loopCondition,
        exprKind.value.loopStep,
        exprKind.value.result,
      ]);
    default:
      return [];
  }
}

/** Whether a loop runs inside another one, which could take very long. */
export function hasNestedLoop(expression: Expr, inLoop = false): boolean {
  const loops = isLoop(expression);
  if (loops && inLoop) return true;
  return childrenOf(expression).some(child =>
    hasNestedLoop(child, inLoop || loops),
  );
}

/** Whether the variable is asked for a field that it does not have. */
export function selectsOtherField(
  expression: Expr,
  variable: string,
  fields: readonly string[],
): boolean {
  const { exprKind } = expression;
  const other =
    exprKind.case === 'selectExpr' &&
    isIdentifier(exprKind.value.operand, variable) &&
    !fields.includes(exprKind.value.field);
  return (
    other ||
    childrenOf(expression).some(child =>
      selectsOtherField(child, variable, fields),
    )
  );
}

export function isIdentifier(
  expression: Expr | undefined,
  name: string,
): boolean {
  return (
    expression?.exprKind.case === 'identExpr' &&
    expression.exprKind.value.name === name
  );
}

function isLoop({ exprKind }: Expr): boolean {
  if (exprKind.case !== 'comprehensionExpr') return false;
  const range = exprKind.value.iterRange?.exprKind;
  return range?.case !== 'listExpr' || range.value.elements.length > 0;
}

function present(expressions: readonly (Expr | undefined)[]): readonly Expr[] {
  return expressions.filter(expression => expression !== undefined);
}
