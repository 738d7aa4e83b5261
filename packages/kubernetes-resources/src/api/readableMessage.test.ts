import { readableMessage } from './readableMessage';

describe('readableMessage', () => {
  it.each([
    [
      'nodes is forbidden: User "alice" cannot list resource "nodes"',
      'nodes is forbidden: User "alice" cannot list resource "nodes"',
    ],
    [
      'Get "https://node-1:10250/containerLogs/a?b=c": refused',
      'Get "[address]": refused',
    ],
    ['dial tcp 10.0.3.4:6443: refused', 'dial tcp [address]: refused'],
    ['dial tcp [fd00::1]:6443: refused', 'dial tcp [address]: refused'],
    ['sent Bearer abc.def', 'sent [token]'],
    ['got eyJhbGciOi.eyJzdWIi.c2ln here', 'got [token] here'],
    ['version v1.36.2 of the server', 'version v1.36.2 of the server'],
  ])('%s', (message, expected) => {
    expect(readableMessage(message)).toBe(expected);
  });

  it('has a bounded length', () => {
    expect(readableMessage('a'.repeat(9_999))).toHaveLength(502);
  });
});
