import { ruleFamily } from '../rule';

const BUILTIN = 'pkg/promotion/runner/builtin';

/** Steps that copy, delete, write, pack and unpack files. */
export const FILE_RULES = [
  ...ruleFamily('files', { source: `${BUILTIN}/file_deleter.go` }, [
    {
      id: 'outside-work-directory',
      patterns: [
        'path attempts to traverse outside the working directory',
        'attempts to traverse outside the working directory',
        'points outside the path boundary',
      ],
      source: `${BUILTIN}/file_deleter.go, pkg/io/fs/validate.go`,
      cause:
        'A path or a symbolic link of the step leads out of the directory of the promotion, which Kargo does not allow.',
      nextStep:
        'Use a path inside the checkout; remove the link that leads out.',
    },
    {
      id: 'delete-nothing',
      patterns: [
        '^path "{path}" does not exist',
        '^no paths matched pattern "{path}"',
      ],
      versions: { since: '1.11' },
      cause: 'There is nothing at {path} that could be deleted.',
      nextStep: 'Correct the path, or allow its absence in the delete step.',
    },
    {
      id: 'glob',
      patterns: ['invalid glob pattern "{pattern}": '],
      versions: { since: '1.11' },
      cause: 'The pattern {pattern} is not well formed.',
      nextStep: 'Correct brackets and escapes of the pattern.',
    },
    {
      id: 'links-too-deep',
      patterns: ['maximum recursion depth exceeded'],
      source: 'pkg/io/fs/validate.go',
      cause:
        'Directories or symbolic links are nested too deeply, most likely in a circle.',
      nextStep: 'Remove the circular link from the repository.',
    },
    {
      id: 'directory-unreadable',
      patterns: [
        'failed to read directory: {reason}',
        'failed to resolve symlink: {reason}',
        'failed to stat symlink target of {path:w}: ',
      ],
      source: 'pkg/io/fs/validate.go',
      cause:
        'A directory or symbolic link of the checkout cannot be followed: mostly a link to something that is not there.',
      nextStep: 'Repair or remove the broken link in the repository.',
      confidence: 'likely',
    },
    {
      id: 'destination-exists',
      patterns: [
        'file already exists at {path} and overwrite is not allowed',
        'file "{path}" already exists; set overwrite to true to replace it',
      ],
      source: `${BUILTIN}/http_downloader.go, ${BUILTIN}/oci_downloader.go, ${BUILTIN}/file_writer.go`,
      cause: 'The file {path} exists already, and the step may not replace it.',
      nextStep:
        'Allow it with the overwrite setting of the step, or write to another path.',
    },
  ]),
  ...ruleFamily(
    'file-write',
    { source: `${BUILTIN}/file_writer.go`, versions: { since: '1.11' } },
    [
      {
        id: 'path',
        patterns: [
          'path "{path}" must be relative',
          'writing to the .git directory is forbidden: "{path}"',
          'path "{path}" resolves to a different path ',
        ],
        cause:
          'The step may not write to {path}: it is absolute, inside .git, or leads through a symbolic link.',
        nextStep: 'Write to a plain relative path inside the checkout.',
      },
      {
        id: 'permissions',
        patterns: [
          'invalid permissions "{mode}": must be an octal file mode',
          'permissions "{mode}" must not ',
        ],
        cause: 'The permissions {mode} are not allowed for a written file.',
        nextStep:
          'Use an octal mode such as 0644, neither executable nor writable for all.',
      },
    ],
  ),
  ...ruleFamily('archive', { source: `${BUILTIN}/tar_extractor.go` }, [
    {
      id: 'too-large',
      patterns: [
        'extraction aborted: file {file} exceeds size limit of {limit:d} bytes',
        'extraction aborted: total size would exceed limit of {limit:d} bytes',
        'exceeds the maximum allowed single file size ({limit:d} bytes)',
        'total tar archive source size exceeds the maximum allowed size ({limit:d} bytes)',
      ],
      cause:
        'The archive or a file in it is larger than the {limit} bytes that Kargo allows.',
      nextStep: 'Pack less, or ignore large files.',
      safeToRetry: 'after-fix',
    },
    {
      id: 'damaged',
      patterns: [
        'failed to create gzip reader: ',
        'error reading tar: ',
        'failed to read file header: ',
      ],
      cause:
        'The file is no archive that can be read: damaged, cut off, or of another format.',
      nextStep:
        'Check what the earlier step has written; an error page of a server saved as an archive is a usual reason.',
    },
    {
      id: 'unpack-write',
      patterns: [
        'failed to create directory {path:p}: ',
        'failed to create file {path:p}: ',
        'failed to write to file {path:p}: ',
        'failed to change mod time for {path:w}: ',
        'failed to create symlink',
      ],
      cause: 'A file of the archive could not be written to {path}.',
      nextStep:
        'Check that no file stands where the archive needs a directory, and the space of the temporary directory of the controller.',
      confidence: 'likely',
    },
    {
      id: 'input-missing',
      patterns: ['input path "{path}" does not exist: '],
      source: `${BUILTIN}/tar_creator.go`,
      versions: { since: '1.12' },
      cause: 'There is nothing at {path} that could be packed.',
      nextStep:
        'Correct the path, or check the step that should have written it.',
    },
  ]),
  ...ruleFamily('http-download', { source: `${BUILTIN}/http_downloader.go` }, [
    {
      id: 'refused',
      patterns: [
        'HTTP request failed with status 401',
        'HTTP request failed with status 403',
      ],
      cause:
        'The server did not let the step have the file: the credentials are missing, expired or lack the right.',
      nextStep: 'Check the header with the credentials in the step.',
      whoCanAct: 'developer',
    },
    {
      id: 'not-found',
      patterns: [
        'HTTP request failed with status 404',
        'HTTP request failed with status 410',
      ],
      cause: 'There is no file at the URL of the step.',
      nextStep: 'Check the URL, with the version in it.',
    },
    {
      id: 'limited',
      patterns: ['HTTP request failed with status 429'],
      cause: 'The server limits the number of downloads.',
      nextStep: 'Wait, then promote again.',
      safeToRetry: 'yes',
    },
    {
      id: 'server-fault',
      patterns: ['HTTP request failed with status 5'],
      cause: 'The server of the file had a fault of its own.',
      nextStep: 'Promote again once the server is well.',
      whoCanAct: 'nobody',
      safeToRetry: 'yes',
    },
    {
      id: 'bad-request',
      patterns: [
        'HTTP request failed with status 400',
        'HTTP request failed with status 405',
        'HTTP request failed with status 406',
        'HTTP request failed with status 3',
      ],
      cause: 'The server did not accept the request for the file.',
      nextStep:
        'Call the URL of the step by hand and compare method, headers and parameters.',
      confidence: 'likely',
    },
    {
      id: 'too-large',
      patterns: [
        'download exceeds limit of {limit:d} bytes',
        'content exceeds limit of {limit:d} bytes',
      ],
      cause: 'The file is larger than the {limit} bytes that Kargo allows.',
      nextStep: 'Provide a smaller file, or fetch it from an OCI registry.',
    },
    {
      id: 'cancelled',
      patterns: ['download canceled: '],
      cause:
        'The download was broken off: the time of the step was over, or the controller stopped.',
      nextStep:
        'Raise the `timeout` of the step if the server is slow; otherwise promote again.',
      safeToRetry: 'yes',
      confidence: 'likely',
    },
  ]),
];
