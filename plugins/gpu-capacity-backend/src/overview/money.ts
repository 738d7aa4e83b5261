import type { Money } from '@fairway/plugin-gpu-capacity-common';

/** A month: a year of 8,760 hours in twelve parts. */
export const HOURS_A_MONTH = 730;

/** What is paid for an hour, for a month. */
export function monthly(hourly: Readonly<Record<string, number>>): Money {
  return Object.fromEntries(
    Object.entries(hourly).map(([currency, amount]) => [
      currency,
      amount * HOURS_A_MONTH,
    ]),
  );
}

/** For an order only: amounts of different currencies cannot be added. */
export function total(money: Money): number {
  return Object.values(money).reduce((sum, amount) => sum + amount, 0);
}

/** Such as `12,300 EUR`; empty where there is none. */
export function moneyText(money: Money): string {
  return Object.entries(money)
    .filter(([, amount]) => amount > 0)
    .map(
      ([currency, amount]) =>
        `${Math.round(amount).toLocaleString('en-US')} ${currency}`,
    )
    .join(' and ');
}
