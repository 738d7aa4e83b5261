import {
  ExprSchema,
  type Expr,
} from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';
import { create } from '@bufbuild/protobuf';
import { childrenOf, isIdentifier } from './expressionTree';

/**
 * Expands `cel.bind(name, value, expression)` in place, which the parser leaves as it is: a loop over nothing whose
 * result sees the value under the name.
 *
 * @see google/cel-go ext/bindings.go
 */
export function expandBindMacros(expression: Expr): void {
  const expansion = expansionOf(expression);
  if (expansion) expression.exprKind = expansion;
  for (const child of childrenOf(expression)) expandBindMacros(child);
}

function expansionOf({ exprKind, id }: Expr): Expr['exprKind'] | undefined {
  if (exprKind.case !== 'callExpr') return undefined;
  const { target, function: name, args } = exprKind.value;
  if (name !== 'bind' || !isIdentifier(target, 'cel')) return undefined;
  const [variable, value, result] = args;
  if (args.length !== 3 || variable.exprKind.case !== 'identExpr') {
    return undefined;
  }
  const accuVar = variable.exprKind.value.name;
  return create(ExprSchema, {
    exprKind: {
      case: 'comprehensionExpr',
      value: {
        iterVar: '#unused',
        iterRange: { id, exprKind: { case: 'listExpr', value: {} } },
        accuVar,
        accuInit: value,
        loopCondition: constant(id, false),
        loopStep: {
          id,
          exprKind: { case: 'identExpr', value: { name: accuVar } },
        },
        result,
      },
    },
  }).exprKind;
}

function constant(id: bigint, value: boolean) {
  return create(ExprSchema, {
    id,
    exprKind: {
      case: 'constExpr',
      value: { constantKind: { case: 'boolValue', value } },
    },
  });
}
