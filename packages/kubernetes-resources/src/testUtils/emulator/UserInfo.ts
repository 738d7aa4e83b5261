/**
 * Who makes a request.
 *
 * @public
 */
export interface UserInfo {
  readonly name: string;
  readonly uid?: string;
  readonly groups: readonly string[];
}

/** Who acts where the store is used in process: nothing is refused. */
export const inProcessUser: UserInfo = {
  name: 'system:apiserver',
  groups: ['system:masters', 'system:authenticated'],
};
