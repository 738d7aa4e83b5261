import { celFunc, celMethod, CelScalar, type CelFunc } from '@bufbuild/cel';
import type { ReflectMessage } from '@bufbuild/protobuf/reflect';
import { compare, parse } from 'semver';
import { SEMVER, semverValue, textOf } from './deviceTypes';

const { BOOL, INT, STRING } = CelScalar;

/**
 * The functions on versions; the flag asks for lenient reading ("v1.2").
 *
 * @see kubernetes/apiserver pkg/cel/library/semverlib.go
 */
export const semverFunctions: CelFunc[] = [
  celFunc('semver', [STRING], SEMVER, text =>
    semverValue(canonicalVersion(text)),
  ),
  celFunc('semver', [STRING, BOOL], SEMVER, (text, lenient) =>
    semverValue(canonicalVersion(lenient ? normalized(text) : text)),
  ),
  celFunc('isSemver', [STRING], BOOL, isVersion),
  celFunc('isSemver', [STRING, BOOL], BOOL, (text, lenient) =>
    isVersion(lenient ? normalized(text) : text),
  ),
  celMethod('major', SEMVER, [], INT, function major() {
    return BigInt(parse(textOf(this))?.major ?? 0);
  }),
  celMethod('minor', SEMVER, [], INT, function minor() {
    return BigInt(parse(textOf(this))?.minor ?? 0);
  }),
  celMethod('patch', SEMVER, [], INT, function patch() {
    return BigInt(parse(textOf(this))?.patch ?? 0);
  }),
  celMethod('compareTo', SEMVER, [SEMVER], INT, function compareTo(other) {
    return BigInt(compared(this, other));
  }),
  celMethod('isGreaterThan', SEMVER, [SEMVER], BOOL, function later(other) {
    return compared(this, other) > 0;
  }),
  celMethod('isLessThan', SEMVER, [SEMVER], BOOL, function earlier(other) {
    return compared(this, other) < 0;
  }),
];

/**
 * A version without what does not matter when versions are compared.
 *
 * @throws `RangeError` where the text is no version of Semantic Versioning 2.0.0
 */
export function canonicalVersion(text: string): string {
  const version = /^\d\S*$/.test(text) ? parse(text) : null;
  if (!version) throw new RangeError(`"${text}" is not a semantic version`);
  return version.version;
}

function isVersion(text: string): boolean {
  try {
    canonicalVersion(text);
    return true;
  } catch {
    return false;
  }
}

function compared(a: ReflectMessage, b: ReflectMessage): number {
  return compare(textOf(a), textOf(b));
}

/** Takes off a leading "v" and leading zeros, and adds missing parts. */
function normalized(text: string): string {
  const [, core = '', rest = ''] =
    /^v?(\d+(?:\.\d+){0,2})([-+].*)?$/.exec(text) ?? [];
  if (core === '') return text;
  const parts = core.split('.').map(part => part.replace(/^0+(?=\d)/, ''));
  return [...parts, '0', '0'].slice(0, 3).join('.') + rest;
}
