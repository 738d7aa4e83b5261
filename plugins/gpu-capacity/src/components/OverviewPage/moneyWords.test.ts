import { moneyWords, partlyPriced } from './moneyWords';

describe('moneyWords', () => {
  it.each([
    [{}, 'no price'],
    [{ EUR: 1234.4 }, '1,234 EUR'],
    [{ EUR: 10, USD: 5 }, '10 EUR + 5 USD'],
    [{ EUR: 0 }, '0 EUR'],
  ])('writes %j', (money, words) => {
    expect(moneyWords(money)).toBe(words);
  });

  it('says what has no price', () => {
    expect(partlyPriced({ EUR: 10 }, 2.5)).toBe(
      '10 EUR, and 2.5 without a price',
    );
    expect(partlyPriced({}, 2)).toBe('no price');
    expect(partlyPriced({ EUR: 10 }, 0)).toBe('10 EUR');
  });
});
