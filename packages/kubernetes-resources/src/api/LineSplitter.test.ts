import fc from 'fast-check';
import { LineSplitter } from './LineSplitter';

describe('LineSplitter', () => {
  it('gives the same lines however the bytes are cut', () => {
    const line = fc
      .string({ unit: 'grapheme' })
      .map(text => text.replace(/\n/g, ''));
    fc.assert(
      fc.property(fc.array(line), fc.array(fc.nat(200)), (lines, cuts) => {
        const bytes = Buffer.from(lines.map(text => `${text}\n`).join(''));
        const splitter = new LineSplitter();
        const seen: string[] = [];
        let start = 0;
        for (const end of [...cuts, bytes.length].sort((a, b) => a - b)) {
          seen.push(...splitter.push(bytes.subarray(start, end)));
          start = Math.max(start, end);
        }
        expect(seen).toEqual(lines);
        expect(splitter.isInsideLine).toBe(false);
      }),
    );
  });

  it('knows that a line was cut', () => {
    const splitter = new LineSplitter();
    expect(splitter.push(Buffer.from('one\ntw'))).toEqual(['one']);
    expect(splitter.isInsideLine).toBe(true);
    expect(splitter.push(Buffer.from('o\n'))).toEqual(['two']);
    expect(splitter.isInsideLine).toBe(false);
  });
});
