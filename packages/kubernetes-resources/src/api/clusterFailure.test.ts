import {
  failureOfError,
  failureOfErrorEvent,
  failureOfResponse,
} from './clusterFailure';

const path = '/api/v1/pods';

const backstageError = (name: string, statusCode: number) =>
  JSON.stringify({
    error: { name, message: "Cluster 'a' not found at http://10.0.0.1" },
    request: { method: 'GET', url: '/api/kubernetes/proxy/api/v1/pods' },
    response: { statusCode },
  });

describe('failureOfResponse', () => {
  // The kubernetes plugin answers for itself in the format of Backstage errors. That is no word of the cluster.
  it.each([
    [404, 'NotFoundError', 'unreachable'],
    [500, 'ForwardedError', 'unreachable'],
    [401, 'AuthenticationError', 'unauthorized'],
    [403, 'NotAllowedError', 'forbidden'],
  ])('takes %s %s of the proxy for: %s', (status, name, reason) => {
    const { result } = failureOfResponse({
      status,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      text: backstageError(name, status),
      path,
    });
    expect(result).toMatchObject({
      reason,
      error: { statusCode: status, resourcePath: path },
    });
    expect(result.message).toContain('the kubernetes plugin answered');
    expect(result.message).not.toContain('10.0.0.1');
  });

  it.each([
    [404, 'text/html', 'unreachable'],
    [404, 'text/plain; charset=utf-8', 'absent'],
    [502, 'text/html', 'unreachable'],
    [403, 'text/html', 'forbidden'],
  ])('takes %s as %s for: %s', (status, type, reason) => {
    const { result } = failureOfResponse({
      status,
      headers: { 'content-type': type },
      text: 'something',
      path,
    });
    expect(result.reason).toBe(reason);
  });

  it('knows when the server wants to be asked again', () => {
    const response = { status: 429, text: 'Too many requests', path };
    const headers = { 'retry-after': '7' };
    expect(failureOfResponse({ ...response, headers }).retryAfterMs).toBe(7000);
    expect(
      failureOfResponse({ ...response, headers: {} }).retryAfterMs,
    ).toBeUndefined();
  });
});

describe('failureOfErrorEvent', () => {
  it('reads the status of a watch', () => {
    const status = { status: 'Failure', message: 'too old', code: 410 };
    expect(failureOfErrorEvent(status, path).result.reason).toBe('gone');
  });

  it('does not believe what it cannot read', () => {
    expect(failureOfErrorEvent({ code: 410 }, path).result.reason).toBe(
      'unreachable',
    );
  });
});

describe('failureOfError', () => {
  it('tells the code of an error and not its message', () => {
    const error = Object.assign(new Error('connect 10.0.0.1:443'), {
      code: 'ETIMEDOUT',
    });
    expect(failureOfError(error).result.message).toBe(
      'The cluster could not answer (ETIMEDOUT).',
    );
    expect(failureOfError(new Error('10.0.0.1')).result.message).toBe(
      'The cluster could not answer (the connection failed).',
    );
  });
});
