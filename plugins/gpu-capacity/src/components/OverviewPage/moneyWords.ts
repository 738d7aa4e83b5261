import type { Money } from '@fairway/plugin-gpu-capacity-common';

const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const DEVICES = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** An amount for people: `1,200 EUR`. Different currencies stand side by side; nothing is not free, it has no price. */
export function moneyWords(money: Money): string {
  const amounts = Object.entries(money).map(
    ([currency, amount]) => `${WHOLE.format(amount)} ${currency}`,
  );
  return amounts.length === 0 ? 'no price' : amounts.join(' + ');
}

/** An amount of which a part has no price. */
export function partlyPriced(money: Money, unpricedDevices: number): string {
  const words = moneyWords(money);
  return unpricedDevices === 0 || words === 'no price'
    ? words
    : `${words}, and ${DEVICES.format(unpricedDevices)} without a price`;
}

/** A number of devices, of which parts are shared. */
export function devicesWords(devices: number): string {
  return DEVICES.format(devices);
}
