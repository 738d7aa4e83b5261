import { stripWrappers } from './stripWrappers';

describe('stripWrappers', () => {
  it.each([
    ['error running step "clone": boom', 'boom', 'clone'],
    ['step "push": merge conflict', 'merge conflict', 'push'],
    [
      'step "task-1::push" met error threshold of 3: error running step "task-1::push": boom',
      'boom',
      'task-1::push',
    ],
    [
      'an unrecoverable error occurred: error running step "clone": boom',
      'boom',
      'clone',
    ],
    [
      'failed to build step context: failed to get step config: boom',
      'failed to get step config: boom',
      undefined,
    ],
    ['error checking if step "b" should be skipped: boom', 'boom', 'b'],
    [
      'step "a" met error threshold of 1: step "a" errored: no details provided',
      'no details provided',
      'a',
    ],
    ['boom', 'boom', undefined],
  ])('takes %s apart', (message, text, step) => {
    expect(stripWrappers(message)).toMatchObject({ text, step });
  });

  it('says that Kargo will try again, and after how many errors it gave up', () => {
    expect(
      stripWrappers('error running step "push": boom; step will be retried'),
    ).toMatchObject({ text: 'boom', willRetry: true, unrecoverable: false });
    expect(
      stripWrappers('step "push" met error threshold of 3: boom'),
    ).toMatchObject({ errorThreshold: 3, willRetry: false });
    expect(
      stripWrappers('an unrecoverable error occurred: boom').unrecoverable,
    ).toBe(true);
  });

  it('leaves the short form alone before 1.10, which does not write it', () => {
    expect(stripWrappers('step "push": boom', '1.9.10').text).toBe(
      'step "push": boom',
    );
    expect(stripWrappers('step "push": boom', '1.10.0').text).toBe('boom');
    expect(stripWrappers('step "push": boom', 'unreadable').text).toBe('boom');
  });

  it('leaves a timeout and a status as they are, which have nothing inside', () => {
    for (const message of [
      'step "push" timed out after 5m0s',
      'step "push" returned an invalid status: Odd',
    ]) {
      expect(stripWrappers(message).text).toBe(message);
    }
  });
});
