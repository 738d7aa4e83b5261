import { operationsOf } from '../rule';

const BUILTIN = 'pkg/promotion/runner/builtin';

/** What the steps that work with files do. */
export const FILE_OPERATIONS = [
  ...operationsOf('files', `${BUILTIN}/file_copier.go`, [
    [
      'resolve-path',
      'resolving a path of the step',
      [
        'error joining path ',
        'failed to join path ',
        'failed to join relPath ',
        'could not secure join ',
        'failed to secure join ',
        'could not resolve path ',
        'could not resolve working directory: ',
        'could not get relative path for ',
        'failed to get absolute path for ',
        'root path ',
        'failed to access root path ',
      ],
    ],
    ['copy', 'copying {from} to {to}', ['failed to copy "{from}" to "{to}": ']],
    [
      'ignore-rules',
      'reading the ignore rules',
      ['failed to load ignore rules: ', 'failed to determine domain: '],
    ],
    [
      'temporary',
      'making a temporary file or directory',
      [
        'failed to create temporary file',
        'failed to set permissions on temporary file: ',
        'failed to close temporary file: ',
        'temporary working directory creation failed: ',
        'error creating working directory: ',
        'failed to create temporary directory for extraction: ',
      ],
    ],
    [
      'move',
      'moving the finished file to its place',
      ['failed to move ', 'failed to remove existing destination '],
    ],
    [
      'create-directory',
      'creating a directory',
      [
        'failed to create destination directory: ',
        'failed to create directory ',
        'failed to create output directory ',
        'error creating parent directories for ',
      ],
    ],
    [
      'check-destination',
      'looking at the destination file',
      ['error checking destination file: ', 'failed to check if file '],
    ],
  ]),
  ...operationsOf('files', `${BUILTIN}/file_deleter.go`, [
    ['delete', 'deleting files', ['failed to delete: ', 'failed to delete "']],
  ]),
  ...operationsOf('files', `${BUILTIN}/file_writer.go`, [
    [
      'write',
      'writing the file {file}',
      [
        'error writing file "{file}": ',
        'error setting permissions on file "{file}": ',
      ],
      { since: '1.11' },
    ],
  ]),
  ...operationsOf('archive', `${BUILTIN}/tar_extractor.go`, [
    [
      'extract',
      'unpacking an archive',
      [
        'failed to extract tar file "{file}": ',
        'failed to open tar file "{file}": ',
        'failed to seek in tar file: ',
      ],
    ],
  ]),
  ...operationsOf('archive', `${BUILTIN}/tar_creator.go`, [
    [
      'create',
      'packing the archive {file}',
      ['failed to create the tar archive "{file}": '],
      { since: '1.12' },
    ],
    [
      'pack',
      'packing an archive',
      [
        'failed to stat input path ',
        'failed to get file info for ',
        'failed to calculate relative path for ',
        'failed to read symlink target for ',
        'failed to create tar header for ',
        'failed to write tar header for ',
        'failed to open source file ',
        'failed to copy file contents for ',
        'failed during directory walk: ',
        'failed to close tar writer: ',
        'failed to close gzip writer: ',
        'failed to sync tar archive to disk: ',
      ],
      { since: '1.12' },
    ],
  ]),
  ...operationsOf('http-download', `${BUILTIN}/http_downloader.go`, [
    [
      'write',
      'writing the download',
      [
        'failed to write to file: ',
        'failed to read response body: ',
        'failed to check for additional content: ',
      ],
    ],
  ]),
  ...operationsOf('yaml', `${BUILTIN}/yaml_updater.go`, [
    ['update', 'updating a YAML file', ['values file update failed: ']],
    [
      'merge',
      'merging YAML files',
      ['error merging YAML files: ', 'unexpected error with file '],
    ],
    [
      'read',
      'reading a YAML file',
      ['error reading YAML file ', 'could not parse YAML file: '],
    ],
  ]),
  ...operationsOf('json', `${BUILTIN}/json_updater.go`, [
    ['update', 'updating a JSON file', ['JSON file update failed: ']],
    [
      'read',
      'reading a JSON file',
      ['error reading JSON file ', 'could not parse JSON file: '],
    ],
  ]),
  ...operationsOf('toml', `${BUILTIN}/toml_updater.go`, [
    [
      'update',
      'updating a TOML file',
      ['TOML file update failed: '],
      { since: '1.10' },
    ],
    [
      'read',
      'reading a TOML file',
      ['error reading TOML file ', 'could not parse TOML file: '],
      { since: '1.10' },
    ],
  ]),
  ...operationsOf('outputs', `${BUILTIN}/json_parser.go`, [
    [
      'extract',
      'reading the outputs of the step',
      ['failed to extract outputs: '],
    ],
  ]),
];
