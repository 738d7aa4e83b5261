import { ruleFamily } from '../rule';

/** What the file system of the controller answers, and readers of archives. */
export const FILE_SYSTEM_RULES = ruleFamily(
  'file-system',
  { layer: 'outside', source: 'Go os, archive/tar, compress/gzip' },
  [
    {
      id: 'missing',
      patterns: [
        'no such file or directory',
        'No such file or directory',
        'file does not exist',
      ],
      cause: 'The file or directory does not exist.',
      nextStep:
        'Check the path, the branch that was checked out and a sparse checkout that may leave it out.',
    },
    {
      id: 'disk-full',
      patterns: [
        'no space left on device',
        'No space left on device',
        'disk quota exceeded',
        'Disk quota exceeded',
      ],
      cause: 'The temporary disk of the controller is full.',
      nextStep: 'Give the controller more temporary space, or fetch less.',
      whoCanAct: 'kargo-admin',
    },
    {
      id: 'permission-denied',
      patterns: [
        'permission denied',
        'Permission denied$',
        'operation not permitted',
        'Operation not permitted',
      ],
      cause: 'The controller may not read or write the file.',
      nextStep:
        'Check the mode of the file in the repository and the security context of the controller.',
      whoCanAct: 'kargo-admin',
    },
    {
      id: 'read-only',
      patterns: ['read-only file system', 'Read-only file system'],
      cause: 'The file system of the controller is mounted read-only there.',
      nextStep: 'Mount a writable temporary volume into the controller.',
      whoCanAct: 'kargo-admin',
    },
    {
      id: 'is-directory',
      patterns: ['is a directory'],
      cause: 'The path leads to a directory, where a file is needed.',
      nextStep: 'Lead the path to the file.',
    },
    {
      id: 'not-directory',
      patterns: ['not a directory'],
      cause: 'A part of the path is a file, where a directory is needed.',
      nextStep: 'Correct the path, or remove the file that stands in the way.',
    },
    {
      id: 'exists',
      patterns: [': file exists', 'directory not empty'],
      cause: 'Something stands at the path already.',
      nextStep:
        'Choose another path, or delete what is there in a step before.',
    },
    {
      id: 'link-loop',
      patterns: ['too many levels of symbolic links', 'too many links'],
      cause: 'Symbolic links lead in a circle.',
      nextStep: 'Remove the circular link from the repository.',
    },
    {
      id: 'name-too-long',
      patterns: ['file name too long'],
      cause: 'The name of the file is longer than the file system allows.',
      nextStep: 'Shorten the name.',
    },
    {
      id: 'too-many-open',
      patterns: ['too many open files'],
      cause: 'The controller has too many files open.',
      nextStep:
        'Raise the limit of open files, or lower the number of concurrent promotions.',
      whoCanAct: 'kargo-admin',
      safeToRetry: 'yes',
    },
    {
      id: 'archive-damaged',
      patterns: [
        'gzip: invalid header',
        'gzip: invalid checksum',
        'archive/tar: invalid tar header',
        'archive/tar: write too long',
        'archive/tar: missed writing',
        'flate: corrupt input',
      ],
      cause: 'The archive is damaged or of another format.',
      nextStep:
        'Check what the earlier step has written; an error page of a server saved as an archive is a usual reason.',
    },
    {
      id: 'input-output',
      patterns: [
        'input/output error',
        'invalid cross-device link',
        'stale NFS file handle',
        'device or resource busy',
      ],
      cause: 'The disk of the controller has a fault.',
      nextStep: 'Look at the node and the volume of the controller.',
      whoCanAct: 'platform-team',
      safeToRetry: 'yes',
    },
  ],
);
