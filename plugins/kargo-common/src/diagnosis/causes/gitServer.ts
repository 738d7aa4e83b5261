import { ruleFamily } from '../rule';

/** What Git and Git servers answer. */
export const GIT_SERVER_RULES = ruleFamily(
  'git-server',
  {
    layer: 'outside',
    source: 'git, GitHub, GitLab, Gitea, Azure DevOps, Bitbucket',
    whoCanAct: 'platform-team',
  },
  [
    {
      id: 'authentication-failed',
      patterns: [
        'Authentication failed',
        'authentication failed',
        'HTTP Basic: Access denied',
        'Invalid username or password',
        'invalid credentials',
        'The requested URL returned error: 401',
        'Support for password authentication was removed',
        'Password authentication is not supported',
      ],
      cause:
        'The Git server does not accept the credentials: they are wrong, expired or revoked.',
      nextStep: 'Renew the token in the Secret of this repository.',
    },
    {
      id: 'no-credentials',
      patterns: [
        'could not read Username for ',
        'could not read Password for ',
        'terminal prompts disabled',
      ],
      cause:
        'Kargo has no credentials for the repository, and the Git server asks for some.',
      nextStep:
        'Add a Secret with the label `kargo.akuity.io/cred-type: git` whose `repoURL` equals the URL of the repository to the letter, in the namespace of the project.',
    },
    {
      id: 'not-found-or-no-access',
      patterns: [
        'Repository not found',
        'repository not found',
        'The project you were looking for could not be found',
        'The requested URL returned error: 404',
        "fatal: repository '{repository}' not found",
        'does not appear to be a git repository',
        'TF401019: ',
      ],
      cause:
        'The Git server does not know the repository, or hides it from these credentials: for a private repository both look alike.',
      nextStep:
        'Check the URL first; then that the credentials may read the repository.',
      confidence: 'likely',
    },
    {
      id: 'forbidden',
      patterns: [
        'The requested URL returned error: 403',
        'Write access to repository not granted',
        'You are not allowed to push code to this project',
        'remote: Permission to {repository:w} denied',
        'denied to deploy key',
        'TF401027: ',
      ],
      cause: 'The credentials are valid but may not do this in the repository.',
      nextStep:
        'Give the token, App or deploy key the right to write to the repository.',
      whoCanAct: 'repository-admin',
    },
    {
      id: 'protected-branch',
      patterns: [
        'protected branch hook declined',
        'GH006: Protected branch update failed',
        'GH013: Repository rule violations found',
        'You are not allowed to push code to protected branches',
        'You are not allowed to force push code to a protected branch',
        'TF402455: Pushes to this branch are not permitted',
        'Not allowed to push to protected branch',
        'branch is protected',
        'push declined due to repository rule violations',
      ],
      cause:
        'A rule of the repository protects the branch against direct pushes.',
      nextStep:
        'Let the promotion open a pull request with git-open-pr, or exempt the identity of Kargo from the rule.',
      whoCanAct: 'repository-admin',
    },
    {
      id: 'reference-moved',
      patterns: ['(stale info)', '(fetch first)', '(non-fast-forward)'],
      cause:
        'Somebody else moved the branch or tag in the same moment, so the Git server rejected the push.',
      nextStep:
        'Promote again, so that the step starts from the newest commit.',
      whoCanAct: 'developer',
      safeToRetry: 'yes',
    },
    {
      id: 'hook-declined',
      patterns: ['pre-receive hook declined', 'update hook declined'],
      cause: 'A hook of the Git server refused the push; its message says why.',
      nextStep:
        'Read the lines of the server in the message: the form of the commit message, the author or a signature are usual reasons.',
      whoCanAct: 'repository-admin',
      confidence: 'likely',
    },
    {
      id: 'branch-missing',
      patterns: [
        'Remote branch {branch} not found in upstream origin',
        "couldn't find remote ref {branch}",
        "pathspec '{branch}' did not match any file",
        'src refspec {branch} does not match any',
        'invalid reference: {branch}',
        "ambiguous argument '{branch}'",
        'bad revision ',
        'not a valid object name',
        'reference not found',
        'Needed a single revision',
        'reference is not a tree: ',
        'unknown revision or path not in the working tree',
        'does not have any commits yet',
      ],
      cause:
        'The branch, tag or commit that the step asks for does not exist in the repository, though the repository does.',
      nextStep:
        'Check `branch`, `commit` or `tag` of the step; a branch that was deleted after a merge is a usual reason.',
      whoCanAct: 'developer',
    },
    {
      id: 'tag-exists',
      patterns: [
        "fatal: tag '{tag}' already exists",
        '(already exists)',
        'Updates were rejected because the tag already exists',
        'would clobber existing tag',
      ],
      cause: 'The tag exists already and points to another commit.',
      nextStep:
        'Choose a tag that is new in each promotion, or delete the old one if nobody uses it.',
      whoCanAct: 'developer',
    },
    {
      id: 'ssh-key-refused',
      patterns: [
        'Permission denied (publickey',
        'Host key verification failed',
      ],
      cause: 'The Git server does not accept the SSH key.',
      nextStep:
        'Register the public key as a deploy key with the rights the promotion needs, or use a token.',
    },
    {
      id: 'ssh-key-unreadable',
      patterns: ['error in libcrypto', 'invalid format', 'Load key '],
      cause: 'The SSH key in the Secret cannot be read.',
      nextStep:
        'Store the private key as it was made, with its line breaks and without a passphrase.',
    },
    {
      id: 'identity-unknown',
      patterns: [
        'Author identity unknown',
        'Committer identity unknown',
        'Please tell me who you are',
        'empty ident name',
      ],
      cause: 'Git does not know as whom to commit.',
      nextStep:
        'Set `author` on git-clone or git-commit, or the Git user in the ClusterConfig.',
      whoCanAct: 'kargo-admin',
    },
    {
      id: 'signing-failed',
      patterns: [
        'gpg failed to sign the data',
        'gpg: signing failed',
        'gpg: no valid OpenPGP data found',
        'gpg: keyserver',
        'gpg: skipped ',
        "gpg: can't open ",
        'gpg: decryption failed',
        'secret key not available',
      ],
      cause:
        'The signing key of Kargo cannot be used: it is missing, expired, or has a passphrase.',
      nextStep:
        'Replace the key in the Secret by one without a passphrase that is still valid.',
      whoCanAct: 'kargo-admin',
    },
    {
      id: 'not-a-repository',
      patterns: ['not a git repository', 'cannot change to '],
      cause: 'The path is no working tree of Git.',
      nextStep: 'Lead the path of the step to a checkout of git-clone.',
      whoCanAct: 'developer',
    },
    {
      id: 'working-tree-in-use',
      patterns: [
        'already used by worktree',
        "fatal: '{path}' already exists",
        'already exists and is not an empty directory',
        'is already checked out at ',
        'is a missing but already registered worktree',
        'cannot lock ref ',
        "index.lock': File exists",
        'Another git process seems to be running',
      ],
      cause:
        'Another checkout of the same promotion uses the branch or the directory.',
      nextStep:
        'Check out each branch once in the git-clone step; promote again if an earlier attempt was broken off.',
      whoCanAct: 'developer',
      safeToRetry: 'yes',
      confidence: 'likely',
    },
    {
      id: 'submodule',
      patterns: [
        'into submodule path ',
        'No url found for submodule path ',
        'Failed to clone ',
      ],
      cause:
        'A submodule could not be fetched: often it needs credentials of its own.',
      nextStep:
        'Check .gitmodules, and give Kargo credentials for the repository of the submodule.',
      confidence: 'likely',
    },
    {
      id: 'large-files',
      patterns: [
        'GH001: Large files detected',
        'exceeds GitHub',
        'File size limit exceeded',
        'pack exceeds maximum allowed size',
      ],
      cause: 'The push holds a file that is larger than the Git server allows.',
      nextStep:
        'Keep large files out of the rendered branch, or store them with LFS.',
      whoCanAct: 'developer',
    },
    {
      id: 'lfs',
      patterns: ['smudge filter lfs failed', 'git-lfs', 'batch response: '],
      cause: 'Files of the repository are in LFS and could not be fetched.',
      nextStep:
        'Check that the credentials may read LFS and that its quota is not used up.',
      confidence: 'likely',
    },
    {
      id: 'connection-broke',
      patterns: [
        'the remote end hung up unexpectedly',
        'early EOF',
        'RPC failed; ',
        'unexpected disconnect while reading sideband packet',
        'fetch-pack: invalid index-pack output',
        'kex_exchange_identification: ',
      ],
      cause:
        'The connection to the Git server broke off in the middle, mostly because the repository is large or a proxy cut it.',
      nextStep:
        'Promote again; for a large repository set `depth` or a sparse checkout.',
      safeToRetry: 'yes',
      confidence: 'likely',
    },
    {
      id: 'server-limits',
      patterns: [
        'The requested URL returned error: 429',
        'Too many requests',
        'You have exceeded a secondary rate limit',
      ],
      cause: 'The Git server limits the number of calls.',
      nextStep:
        'Wait, then try again; raise the interval of warehouses on this server if it returns.',
      safeToRetry: 'yes',
    },
    {
      id: 'server-down',
      patterns: [
        'The requested URL returned error: 500',
        'The requested URL returned error: 502',
        'The requested URL returned error: 503',
        'The requested URL returned error: 504',
        'remote: Internal Server Error',
      ],
      cause: 'The Git server had a fault of its own.',
      nextStep: 'Look at the status page of the Git server, then try again.',
      whoCanAct: 'nobody',
      safeToRetry: 'yes',
    },
    {
      id: 'killed',
      patterns: [
        'signal: killed',
        'fatal: Out of memory',
        'fatal: index-pack failed',
        'fatal: out of memory',
      ],
      source: 'git, pkg/exec/exec.go',
      cause: 'Git was killed in the controller, mostly for lack of memory.',
      nextStep:
        'Give the controller more memory, or fetch less with `depth` or a sparse checkout.',
      whoCanAct: 'kargo-admin',
      confidence: 'likely',
      safeToRetry: 'after-fix',
    },
    {
      id: 'nothing-to-commit',
      patterns: [
        'nothing to commit, working tree clean',
        'nothing added to commit',
      ],
      cause: 'There was nothing to commit.',
      nextStep: 'Check that the steps before it change files of this checkout.',
      whoCanAct: 'developer',
    },
    {
      id: 'corrupt',
      patterns: [
        'fatal: bad object ',
        'object file is empty',
        'loose object ',
        'fatal: unable to read tree',
      ],
      cause:
        'The checkout is damaged, mostly because a disk was full or the controller was stopped while writing.',
      nextStep: 'Promote again, which starts with a fresh directory.',
      safeToRetry: 'yes',
      confidence: 'likely',
    },
    {
      id: 'unrelated-histories',
      patterns: ['refusing to merge unrelated histories'],
      cause:
        'The branch was replaced by another one without common commits while the promotion ran.',
      nextStep: 'Promote again, so that the step starts from the new branch.',
      safeToRetry: 'yes',
      whoCanAct: 'developer',
    },
  ],
);
