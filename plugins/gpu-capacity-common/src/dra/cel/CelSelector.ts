import {
  celEnv,
  CelScalar,
  isCelError,
  parse,
  plan,
  type CelInput,
  type CelResult,
} from '@bufbuild/cel';
import { strings } from '@bufbuild/cel/ext';
import type { Expr } from '@bufbuild/cel-spec/cel/expr/syntax_pb.js';
import type { PoolDevice } from '../inventory';
import { expandBindMacros } from './bindMacro';
import { containmentFunctions } from './containmentFunctions';
import { typeRegistry } from './deviceTypes';
import { DEVICE_FIELDS, deviceVariable } from './deviceVariable';
import { hasNestedLoop, selectsOtherField } from './expressionTree';
import { quantityFunctions } from './quantityFunctions';
import { semverFunctions } from './semverFunctions';

/**
 * Whether a selector selects a device.
 *
 * @remarks
 * `unknown` is never "no". With `fails` the scheduler cannot evaluate the expression on this device either, and then
 * does not schedule the pod; otherwise the expression uses what is not evaluated here.
 *
 * @public
 */
export type SelectorResult =
  | { readonly matches: true }
  | { readonly matches: false }
  | {
      readonly matches: 'unknown';
      readonly fails: boolean;
      readonly reason: string;
    };

type Evaluate = (context: { device: CelInput }) => CelResult;

/** As the API server limits expressions. */
const MAX_EXPRESSION_LENGTH = 10 * 1024;

const environment = celEnv({
  registry: typeRegistry,
  variables: { device: CelScalar.DYN },
  funcs: [
    ...strings,
    ...quantityFunctions,
    ...semverFunctions,
    ...containmentFunctions,
  ],
});

/**
 * A selector in CEL. What is evaluated is a safe part of the language: the variable `device`, the standard functions
 * and macros, those of strings, quantities and versions; regular expressions run in linear time, loops do not nest.
 *
 * @public
 */
export class CelSelector {
  readonly #evaluate: Evaluate | undefined;
  readonly #problem: string | undefined;
  /** Whether a missing name is missing upstream too, and not a field of a newer API. */
  readonly #knowsFields: boolean;

  static create(expression: string): CelSelector {
    if (expression.length > MAX_EXPRESSION_LENGTH) {
      return new CelSelector({ problem: 'the expression is too long' });
    }
    try {
      const { expr } = parse(expression);
      if (!expr) return new CelSelector({ problem: 'no expression' });
      expandBindMacros(expr);
      if (hasNestedLoop(expr)) {
        return new CelSelector({ problem: 'nested loops are not evaluated' });
      }
      return new CelSelector({ expr });
    } catch (error) {
      return new CelSelector({ problem: messageOf(error) });
    }
  }

  private constructor(options: {
    readonly expr?: Expr;
    readonly problem?: string;
  }) {
    this.#problem = options.problem;
    this.#evaluate = options.expr && plan(environment, options.expr);
    this.#knowsFields =
      options.expr !== undefined &&
      !selectsOtherField(options.expr, 'device', DEVICE_FIELDS);
  }

  /** Evaluates the selector on a device. */
  evaluate(device: PoolDevice): SelectorResult {
    let variable: CelInput;
    try {
      variable = deviceVariable(device);
    } catch (error) {
      return { matches: 'unknown', fails: true, reason: messageOf(error) };
    }
    return this.#evaluateWith(variable);
  }

  /** Whether no device of the driver can be selected, whatever it is. */
  excludesDriver(driver: string): boolean {
    return this.#evaluateWith(new Map([['driver', driver]])).matches === false;
  }

  #evaluateWith(device: CelInput): SelectorResult {
    if (!this.#evaluate) {
      return {
        matches: 'unknown',
        fails: false,
        reason: this.#problem ?? 'not evaluated',
      };
    }
    try {
      return this.#resultOf(this.#evaluate({ device }));
    } catch (error) {
      return { matches: 'unknown', fails: false, reason: messageOf(error) };
    }
  }

  #resultOf(value: CelResult): SelectorResult {
    if (typeof value === 'boolean') return { matches: value };
    if (!isCelError(value)) {
      return {
        matches: 'unknown',
        fails: true,
        reason: 'the expression gives no bool',
      };
    }
    const missing = /^field not found: (.*)$/.exec(value.message)?.[1];
    return missing !== undefined && this.#knowsFields
      ? { matches: 'unknown', fails: true, reason: `no such key: ${missing}` }
      : { matches: 'unknown', fails: false, reason: value.message };
  }
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error);
}
