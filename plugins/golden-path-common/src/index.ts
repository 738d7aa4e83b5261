/**
 * Lock file and annotations of golden paths.
 *
 * @packageDocumentation
 */
export * from './annotations';
export {
  goldenPathOfEntity,
  type GoldenPathOfEntity,
} from './goldenPathOfEntity';
export {
  LOCK_FILE_PATH,
  formatLockFile,
  isSameOrigin,
  lockFileSchema,
  parseLockFile,
  type LockFile,
} from './lockFile';
