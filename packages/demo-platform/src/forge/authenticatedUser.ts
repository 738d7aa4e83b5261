import type { Request } from 'express';

/** Who may push and create. The forge listens on loopback only, and the README says so. */
const FORGE_CREDENTIALS = {
  user: 'fairway',
  password: 'forge-on-loopback',
};

/** The user of HTTP basic authentication, or `undefined` for anybody else. */
export function authenticatedUser(request: Request): string | undefined {
  const [, encoded] =
    /^basic\s+(\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  const text = Buffer.from(encoded ?? '', 'base64').toString();
  const { user, password } = FORGE_CREDENTIALS;
  return text === `${user}:${password}` ? user : undefined;
}
