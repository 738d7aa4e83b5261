import {
  celFunc,
  celMethod,
  CelScalar,
  isCelList,
  mapType,
  type CelFunc,
  type CelValue,
} from '@bufbuild/cel';
import { isReflectMessage } from '@bufbuild/protobuf/reflect';
import { textOf } from './deviceTypes';

const { BOOL, DYN, STRING } = CelScalar;

/**
 * `in` for maps by what a map really has (not by what it answers for, as the map of domains does), and `includes`,
 * which takes single values and lists alike.
 *
 * @see kubernetes/dynamic-resource-allocation cel/compile.go, `includesFunc`
 */
export const containmentFunctions: CelFunc[] = [
  celFunc('@in', [STRING, mapType(DYN, DYN)], BOOL, (key, map) =>
    [...map.keys()].includes(key),
  ),
  celMethod('includes', DYN, [DYN], BOOL, function includes(value) {
    return includesValue(this, value);
  }),
];

function includesValue(target: CelValue, value: CelValue): boolean {
  return isCelList(target)
    ? [...target].some(item => same(item, value))
    : same(target, value);
}

function same(a: unknown, b: unknown): boolean {
  if (isReflectMessage(a) && isReflectMessage(b)) {
    return a.desc === b.desc && textOf(a) === textOf(b);
  }
  return isNumber(a) && isNumber(b) ? Number(a) === Number(b) : a === b;
}

function isNumber(value: unknown): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}
