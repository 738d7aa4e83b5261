import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const FOLLOW_MS = 250;

/** Counts of tests as the runners print them. */
const COUNTERS = [
  // jest
  /^Tests:\s+(?:(?<failed>\d+) failed, )?(?:\d+ skipped, )?(?:\d+ todo, )?(?:(?<passed>\d+) passed, )?\d+ total/gm,
  // node --test
  /^# pass (?<passed>\d+)\n# fail (?<failed>\d+)/gm,
  // playwright
  /^\s+(?<passed>\d+) passed \(/gm,
  /^\s+(?<failed>\d+) failed$/gm,
];

// eslint-disable-next-line no-control-regex
const COLOURS = /\x1b\[[0-9;]*m/g;

/**
 * Sums the tests that any of the runners reported.
 * @param {string} output
 */
export function countTests(output) {
  const counts = { passed: 0, failed: 0 };
  for (const counter of COUNTERS) {
    for (const { groups } of output.replace(COLOURS, '').matchAll(counter)) {
      counts.passed += Number(groups.passed ?? 0);
      counts.failed += Number(groups.failed ?? 0);
    }
  }
  return counts;
}

/**
 * Runs a step to its end, showing what it prints.
 * @param {{name: string, command: string, args: string[], env?: object, cwd: string}} step
 */
export function runStep(step) {
  const startedAt = Date.now();
  console.log(`\n=== ${step.name}`);
  // Into a file, because what a process still has to write into a pipe when it exits is lost.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'fairway-step-'));
  const logFile = path.join(folder, 'output.log');
  const log = fs.openSync(logFile, 'a+');
  const shown = new FollowedFile(log);
  return new Promise(resolve => {
    const child = spawn(step.command, step.args, {
      cwd: step.cwd,
      env: { ...process.env, ...step.env },
      stdio: ['ignore', log, log],
    });
    const following = setInterval(() => shown.print(), FOLLOW_MS);
    // Whoever ends this process ends the step. Asked as by Ctrl-C, because only then Playwright ends what it started.
    const forward = () => child.kill('SIGINT');
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const done = ok => {
      for (const signal of signals) process.off(signal, forward);
      clearInterval(following);
      shown.print();
      const output = fs.readFileSync(logFile, 'utf8');
      fs.closeSync(log);
      fs.rmSync(folder, { recursive: true });
      resolve({
        name: step.name,
        ok,
        seconds: Math.round((Date.now() - startedAt) / 1000),
        ...countTests(output),
      });
    };
    child.on('error', error => {
      console.error(String(error));
      done(false);
    });
    child.on('exit', code => done(code === 0));
  });
}

/** Prints what is added to a file. */
class FollowedFile {
  #file;
  #position = 0;
  #buffer = Buffer.alloc(65_536);

  constructor(file) {
    this.#file = file;
  }

  print() {
    for (;;) {
      const read = fs.readSync(this.#file, this.#buffer, {
        position: this.#position,
      });
      if (read === 0) return;
      this.#position += read;
      process.stdout.write(this.#buffer.toString('utf8', 0, read));
    }
  }
}
