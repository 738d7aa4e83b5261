import { isError } from '@backstage/errors';

/** Fails with what the backend said, such as which permission is missing, in place of the bare status of the response. */
export async function withReason<T>(request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (error) {
    if (isError(error) && error.name === 'ResponseError') {
      const { cause } = error;
      throw isError(cause) && cause.message ? cause : error;
    }
    throw error;
  }
}
