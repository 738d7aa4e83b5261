/**
 * One reason why freight is not further. Times are ISO 8601.
 *
 * @remarks
 * `stops` says what it stops: `promotion` stops everybody, `auto-promotion` only Kargo by itself, so that a person may
 * still promote.
 *
 * @public
 */
export type Obstacle = { readonly stops: 'promotion' | 'auto-promotion' } & (
  | { readonly kind: 'not-requested' }
  | {
      readonly kind: 'not-in-upstream';
      readonly stage: string;
    }
  | {
      readonly kind: 'upstream-unverified';
      readonly stage: string;
      /** Phase of its verification there; absent where none has begun. */
      readonly verification: string | undefined;
    }
  | {
      readonly kind: 'superseded';
      readonly stage: string;
      readonly by: string | undefined;
    }
  | {
      readonly kind: 'soaking';
      readonly stage: string;
      readonly leftSeconds: number;
      readonly until: string | undefined;
    }
  | {
      readonly kind: 'queued-behind';
      readonly promotion: string;
      readonly freight: string | undefined;
      readonly phase: string;
    }
  | {
      readonly kind: 'current-unverified';
      readonly verification: string | undefined;
    }
  | {
      readonly kind: 'held';
      readonly by: string | undefined;
      readonly since: string | undefined;
      readonly freight: string | undefined;
    }
  | { readonly kind: 'manual' }
  | { readonly kind: 'newer-preferred'; readonly freight: string }
  | {
      readonly kind: 'last-attempt-failed';
      readonly promotion: string;
      readonly phase: string;
    }
  | {
      readonly kind: 'waiting-for-review';
      readonly url: string | undefined;
      readonly since: string | undefined;
    }
  | {
      readonly kind: 'window-closed';
      readonly rule: string;
      readonly until: string | undefined;
    }
  | {
      readonly kind: 'approval-missing';
      readonly missing: number;
      readonly from: readonly string[];
    }
  | {
      readonly kind: 'controller-silent';
      readonly shard: string | undefined;
      readonly since: string | undefined;
    }
  | { readonly kind: 'not-permitted'; readonly permission: string }
  | { readonly kind: 'not-observed'; readonly what: string }
);

/** @public */
export type ObstacleKind = Obstacle['kind'];
