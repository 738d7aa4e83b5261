import * as fc from 'fast-check';
import { adviceSchema } from './adviceContract';
import { readAdvice } from './readAdvice';

function summaryOf(summary: string): string | undefined {
  const read = readAdvice({ summary, questions: [] });
  return read.status === 'read' ? read.advice.summary : undefined;
}

describe('readAdvice', () => {
  it('reads what a model answered', () => {
    expect(
      readAdvice({
        summary: ' The token has expired. ',
        questions: ['Who rotates it?', '  '],
        confidence: 1,
      }),
    ).toEqual({
      status: 'read',
      advice: {
        summary: 'The token has expired.',
        questions: ['Who rotates it?'],
      },
    });
  });

  it.each([
    ['a sentence', 'the token has expired'],
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['no summary', { questions: ['Why?'] }],
    ['another type', { summary: 1 }],
    ['questions of another type', { summary: 'a', questions: [{ text: 'b' }] }],
  ])('takes %s for garbage', (_, answer) => {
    expect(readAdvice(answer)).toEqual({ status: 'garbage' });
  });

  it.each(['', '  \n', '\u200b\u0000'])('takes %j for empty', summary => {
    expect(readAdvice({ summary })).toEqual({ status: 'empty' });
  });

  it.each([
    ['See [the docs](https://evil.example.com/a?b=c).', 'See the docs.'],
    ['![logo](https://evil.example.com/x.png)Done', 'logoDone'],
    ['Open <https://evil.example.com> now', 'Open <[link removed]> now'],
    ['At _http://evil.example.com/run', 'At _[link removed]'],
    ['[a]: ftp://evil.example.com', '[a]: [link removed]'],
    ['Try www.evil.example.com/x', 'Try [link removed]'],
    ['[now](javascript:alert(1))', '[now]([link removed]'],
    [
      '<a href="https://evil.example.com">here</a>',
      '<a href="[link removed]">here</a>',
    ],
    ['ht[tp](x)://evil.example.com', '[link removed]'],
    ['abc\u202Edcba\u0007', 'abcdcba'],
    ['one\n\n\n\ntwo', 'one\n\ntwo'],
  ])('makes %j plain: %j', (text, plain) => {
    expect(summaryOf(text)).toBe(plain);
  });

  it('leaves tags, commands and names of images as the characters that they are', () => {
    const text =
      '**Run** `kubectl delete ns orders`; <b>ghcr.io/acme/orders:1.8.3</b> in data: none';
    expect(summaryOf(text)).toBe(text);
  });

  it('cuts what is too long', () => {
    const read = readAdvice({
      summary: 'a'.repeat(100_000),
      questions: Array.from({ length: 50 }, () => 'b'.repeat(1_000)),
    });
    expect(read).toEqual({
      status: 'read',
      advice: {
        summary: `${'a'.repeat(1_499)}…`,
        questions: Array.from({ length: 6 }, () => `${'b'.repeat(299)}…`),
      },
    });
  });

  it('keeps the contract, and drops every address, whatever is answered', () => {
    const piece = fc.constantFrom(
      '[',
      '](',
      ')',
      'http',
      '://',
      'javascript',
      ':',
      'www.',
      'a',
      ' ',
      '\n',
      '\u202e',
      '\ud83d',
      '<',
      '🚀',
    );
    const text = fc.array(piece, { maxLength: 60 }).map(all => all.join(''));
    fc.assert(
      fc.property(text, fc.array(text), (summary, questions) => {
        const read = readAdvice({ summary, questions });
        if (read.status !== 'read') return;
        expect(adviceSchema.parse(read.advice)).toEqual(read.advice);
        const shown = [read.advice.summary, ...read.advice.questions].join(' ');
        expect(shown).not.toMatch(/[a-z]:\/\/|\u202e/i);
        expect(readAdvice(read.advice)).toEqual(read);
      }),
    );
  });
});
