import type { CoverageTest } from './Coverage';
import type { PolicyException } from './PolicyException';

/** What one object says of one exception, before anybody has looked at what it covers. */
export interface ExceptionScope
  extends Pick<PolicyException, 'system' | 'effect' | 'policies' | 'covers'> {
  /** Tells it from other exceptions of the same object. */
  readonly part?: string;
  /** From fields of its own; annotations come after. */
  readonly reason?: string | undefined;
  /** ISO 8601, from a field of its own, which the system heeds; annotations come after. */
  readonly expiresAt?: string | undefined;
  /** Patterns of the namespaces to which it is limited. */
  readonly namespaces?: readonly string[];
  readonly coverage: CoverageTest;
}

/** What a reader made of an object: exceptions, or why it holds none. */
export type ExceptionReading =
  | { readonly scopes: readonly ExceptionScope[] }
  | { readonly rule: string; readonly why: string };
