import { celFunc, celMethod, CelScalar, type CelFunc } from '@bufbuild/cel';
import type { ReflectMessage } from '@bufbuild/protobuf/reflect';
import { AMOUNTS_PER_UNIT } from '../resources';
import { deviceAmount } from '../resources/deviceAmounts';
import { QUANTITY, quantityValue, textOf } from './deviceTypes';

const { BOOL, DOUBLE, INT, STRING } = CelScalar;

/**
 * The functions on quantities.
 *
 * @see kubernetes/apiserver pkg/cel/library/quantity.go
 */
export const quantityFunctions: CelFunc[] = [
  celFunc('quantity', [STRING], QUANTITY, text =>
    quantityValue(deviceAmount(text)),
  ),
  celFunc('isQuantity', [STRING], BOOL, isQuantity),
  celMethod('sign', QUANTITY, [], INT, function sign() {
    return BigInt(Math.sign(amountOf(this)));
  }),
  celMethod('isInteger', QUANTITY, [], BOOL, function isInteger() {
    return amountOf(this) % AMOUNTS_PER_UNIT === 0;
  }),
  celMethod('asInteger', QUANTITY, [], INT, function asInteger() {
    const amount = amountOf(this);
    if (amount % AMOUNTS_PER_UNIT !== 0) {
      throw new RangeError('cannot convert value to integer');
    }
    return BigInt(amount / AMOUNTS_PER_UNIT);
  }),
  celMethod('asApproximateFloat', QUANTITY, [], DOUBLE, function asFloat() {
    return amountOf(this) / AMOUNTS_PER_UNIT;
  }),
  celMethod('add', QUANTITY, [QUANTITY], QUANTITY, function add(other) {
    return quantityValue(amountOf(this) + amountOf(other));
  }),
  celMethod('add', QUANTITY, [INT], QUANTITY, function addUnits(units) {
    return quantityValue(amountOf(this) + Number(units) * AMOUNTS_PER_UNIT);
  }),
  celMethod('sub', QUANTITY, [QUANTITY], QUANTITY, function sub(other) {
    return quantityValue(amountOf(this) - amountOf(other));
  }),
  celMethod('sub', QUANTITY, [INT], QUANTITY, function subUnits(units) {
    return quantityValue(amountOf(this) - Number(units) * AMOUNTS_PER_UNIT);
  }),
  celMethod('compareTo', QUANTITY, [QUANTITY], INT, function compareTo(other) {
    return BigInt(Math.sign(amountOf(this) - amountOf(other)));
  }),
  celMethod('isGreaterThan', QUANTITY, [QUANTITY], BOOL, function more(other) {
    return amountOf(this) > amountOf(other);
  }),
  celMethod('isLessThan', QUANTITY, [QUANTITY], BOOL, function less(other) {
    return amountOf(this) < amountOf(other);
  }),
];

function amountOf(quantity: ReflectMessage): number {
  return Number(textOf(quantity));
}

function isQuantity(text: string): boolean {
  try {
    deviceAmount(text);
    return true;
  } catch {
    return false;
  }
}
