import { KARGO_TOKEN_HEADER } from '@fairway/plugin-kargo-common';
import type { Request } from 'express';
import { KargoToken } from './KargoToken';

/** The token that came with a request. @throws `InputError` where the header holds none */
export function readKargoToken(request: Request): KargoToken | undefined {
  return KargoToken.fromHeader(request.headers[KARGO_TOKEN_HEADER]);
}
