// What `npm start` and `npm test` run first: finds or installs the Node that Backstage needs, installs the dependencies
// when they are out of date, then runs scripts/<command>.mjs with that Node. Runs on any Node from 18 and needs nothing
// but npm, so it uses no dependency.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const SUPPORTED_NODE_MAJORS = [22, 24];
const INSTALLED_NODE_MAJOR = 24;
const COMMANDS = ['start', 'test', 'bench', 'docs'];
// Their presence shows that an installation came to its end.
const INSTALL_LANDMARKS = ['@backstage/cli/package.json', '.bin/backstage-cli'];

/** An expected failure whose message tells what to do. */
export class BootstrapError extends Error {}

/** @param {string} version such as `v20.11.0` or `22.1.0` */
export function isSupportedNode(version) {
  return SUPPORTED_NODE_MAJORS.includes(
    Number(version.replace(/^v/, '').split('.')[0]),
  );
}

/**
 * Gives the path of a supported Node: the running one, the one in `.tools`, or one installed there from npm.
 * @param {{root: string, version?: string, execPath?: string, platform?: string, arch?: string, run?: typeof runCommand}} options
 */
export async function findNode(options) {
  const {
    root,
    version = process.version,
    execPath = process.execPath,
    platform = process.platform,
    arch = process.arch,
    run = runCommand,
  } = options;
  if (isSupportedNode(version)) return execPath;

  const name = `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
  const tools = path.join(root, '.tools');
  const binary = path.join(tools, 'node_modules', name, 'bin', 'node');
  if (await runs(binary, run)) return binary;

  console.log(
    `Node ${version} is not supported by Backstage; installing Node ${INSTALLED_NODE_MAJOR} into .tools (this repository only).`,
  );
  fs.mkdirSync(tools, { recursive: true });
  fs.writeFileSync(path.join(tools, 'package.json'), '{"private":true}\n');
  const status = await run('npm', [
    'install',
    '--prefix',
    tools,
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `${name}@${INSTALLED_NODE_MAJOR}`,
  ]);
  if (status !== 0 || !(await runs(binary, run))) {
    throw new BootstrapError(
      `Could not install Node ${INSTALLED_NODE_MAJOR} from the npm registry (npm package ${name}). ` +
        `Check the network and npm's registry setting, or install Node ${SUPPORTED_NODE_MAJORS.join(
          ' or ',
        )} yourself, then run the same command again.`,
    );
  }
  return binary;
}

/**
 * Installs the dependencies when they are missing, broken or out of date.
 * @param {{root: string, node: string, run?: typeof runCommand}} options
 */
export async function ensureInstalled(options) {
  const { root, node, run = runCommand } = options;
  const stamp = path.join(root, 'node_modules', '.fairway-install');
  const state = installState(root, node);
  const landmarks = INSTALL_LANDMARKS.every(file =>
    fs.existsSync(path.join(root, 'node_modules', file)),
  );
  if (landmarks && readIfPresent(stamp) === state) return 'up-to-date';

  console.log('Installing dependencies (about two minutes the first time).');
  let status = await install(root, node, run);
  if (status !== 0 && fs.existsSync(path.join(root, 'node_modules'))) {
    console.log('The installation is broken; removing it and starting over.');
    fs.rmSync(path.join(root, 'node_modules'), {
      recursive: true,
      force: true,
    });
    status = await install(root, node, run);
  }
  if (status !== 0) {
    throw new BootstrapError(
      'Could not install the dependencies; the lines above say why. Without a network, nothing can be installed: ' +
        'connect, or set npmRegistryServer in .yarnrc.yml to a registry that you can reach. A compiler error means ' +
        'that python3, make or a C++ compiler is missing. Then run the same command again.',
    );
  }
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, state);
  return 'installed';
}

function install(root, node, run) {
  const nodedir = path.dirname(path.dirname(node));
  // Native packages build against the headers of the Node that will load them.
  const env = fs.existsSync(path.join(nodedir, 'include', 'node'))
    ? { npm_config_nodedir: nodedir }
    : {};
  return run(node, [yarnPath(root), 'install', '--immutable'], {
    cwd: root,
    env: environment(node, env),
  });
}

function yarnPath(root) {
  const line = fs
    .readFileSync(path.join(root, '.yarnrc.yml'), 'utf8')
    .match(/^yarnPath:\s*(\S+)/m);
  if (!line) throw new BootstrapError('.yarnrc.yml names no yarnPath.');
  return path.join(root, line[1]);
}

/** Changes whenever what has to be installed changes; the Node is part of it because native packages depend on it. */
function installState(root, node) {
  const hash = createHash('sha256').update(node);
  const manifests = ['yarn.lock', 'package.json'];
  for (const parent of ['packages', 'plugins']) {
    const dir = path.join(root, parent);
    if (!fs.existsSync(dir)) continue;
    for (const name of fs.readdirSync(dir).sort()) {
      manifests.push(path.join(parent, name, 'package.json'));
    }
  }
  for (const file of manifests) {
    hash.update(`\0${file}\0${readIfPresent(path.join(root, file)) ?? ''}`);
  }
  return hash.digest('hex');
}

function readIfPresent(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function runs(binary, run) {
  return (
    fs.existsSync(binary) &&
    (await run(binary, ['--version'], { quiet: true })) === 0
  );
}

/** The environment of everything that is started: the chosen Node comes first on the path. */
function environment(node, extra = {}) {
  const delimiter = path.delimiter;
  return {
    ...process.env,
    PATH: `${path.dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
    ...extra,
  };
}

/** Runs a command to its end, passing signals on, and gives its exit status. */
export function runCommand(command, args, options = {}) {
  return new Promise(resolve => {
    const child = spawn(command, args, {
      stdio: options.quiet ? 'ignore' : 'inherit',
      cwd: options.cwd,
      env: options.env ?? process.env,
    });
    // The child ends in its own time and decides the exit status, so this process outlives the signal.
    const forward = signal => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const done = status => {
      for (const signal of signals) process.off(signal, forward);
      resolve(status);
    };
    child.on('error', () => done(127));
    child.on('exit', (code, signal) => done(signal ? 1 : code ?? 1));
  });
}

async function main([command, ...args]) {
  const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  if (!COMMANDS.includes(command)) {
    throw new BootstrapError(
      `Unknown command "${command ?? ''}": one of ${COMMANDS.join(', ')}.`,
    );
  }
  const node = await findNode({ root });
  await ensureInstalled({ root, node });
  return runCommand(
    node,
    [path.join(root, 'scripts', `${command}.mjs`), ...args],
    { cwd: root, env: environment(node) },
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  main(process.argv.slice(2)).then(
    status => process.exit(status),
    error => {
      if (!(error instanceof BootstrapError)) throw error;
      console.error(`\n${error.message}`);
      process.exit(1);
    },
  );
}
