import fc from 'fast-check';
import { metricSelector, metricsSelector, promDuration } from './promql';

describe('metricSelector', () => {
  it('narrows a metric down', () => {
    expect(metricSelector('up')).toBe('up');
    expect(
      metricSelector('up', [
        { label: 'cluster', value: 'west' },
        { label: 'env', value: 'prod' },
      ]),
    ).toBe('up{cluster="west",env="prod"}');
  });

  it.each([
    ['"} or vector(1) or up{a="', 'up{a="\\"} or vector(1) or up{a=\\""}'],
    ['back\\', 'up{a="back\\\\"}'],
    ['two\nlines', 'up{a="two\\nlines"}'],
  ])('keeps the value %j inside of its quotes', (value, selector) => {
    expect(metricSelector('up', [{ label: 'a', value }])).toBe(selector);
  });

  it('lets no value end the selector, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), value => {
        const selector = metricSelector('up', [{ label: 'a', value }]);
        // Without escaped characters, only the two quotes around the value are left.
        const bare = selector.replace(/\\./g, '');
        expect(bare.split('"')).toHaveLength(3);
        expect(bare).not.toMatch(/[\n\r]/);
      }),
    );
  });

  it.each(['', '1up', 'up{}', 'up or down', 'up"'])(
    'refuses %j as a metric',
    metric => {
      expect(() => metricSelector(metric)).toThrow(RangeError);
      expect(() => metricsSelector(['up', metric])).toThrow(RangeError);
    },
  );

  it.each(['', 'a-b', 'a="b",c', '__name__'])(
    'refuses %j as a label',
    label => {
      const matchers = [{ label, value: 'x' }];
      expect(() => metricSelector('up', matchers)).toThrow(RangeError);
      expect(() => metricsSelector(['up'], matchers)).toThrow(RangeError);
    },
  );

  it('selects several metrics', () => {
    expect(metricsSelector(['a', 'b'], [{ label: 'c', value: 'd' }])).toBe(
      '{__name__=~"a|b",c="d"}',
    );
    expect(() => metricsSelector([])).toThrow(RangeError);
  });
});

describe('promDuration', () => {
  it('is in whole seconds', () => {
    expect(promDuration(1_800)).toBe('1800s');
  });

  it.each([0, -1, 1.5, NaN, Infinity])('refuses %d', seconds => {
    expect(() => promDuration(seconds)).toThrow(RangeError);
  });
});
