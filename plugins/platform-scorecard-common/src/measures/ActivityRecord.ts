/**
 * That somebody did something of value on a day, such as running a template, reading a document or promoting a release.
 * Looking at a page is none.
 *
 * @public
 */
export interface ActivityRecord {
  /** Keyed hash of the person or agent, never a name. */
  readonly actor: string;
  /** `agent`: software that acts by itself or on behalf of somebody. */
  readonly actorKind: 'person' | 'agent';
  /** Entity ref of the team at the time. */
  readonly team?: string;
  /** Milliseconds since the epoch, UTC. */
  readonly at: number;
}
