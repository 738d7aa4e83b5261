import { createHash } from 'node:crypto';
import type {
  ForeignFact,
  PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';
import { stringify } from 'safe-stable-stringify';

/**
 * What makes two facts of one source and id the same: SHA-256 of type, time, subject, data and what is superseded.
 *
 * @remarks
 * Neither the team nor the capability: a replay looks them up anew, and they may have changed since. Nor the actor, whose key
 * changes with the secret.
 */
export function factDigest(fact: PlatformFact | ForeignFact): string {
  const { type, time, subject, data, supersedes } = fact;
  const content = stringify({
    type,
    time: Date.parse(time),
    subject,
    data,
    supersedes,
  });
  return createHash('sha256')
    .update(content ?? '')
    .digest('hex');
}
