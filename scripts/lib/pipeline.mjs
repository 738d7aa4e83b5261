import { spawn } from 'node:child_process';

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
  return new Promise(resolve => {
    const child = spawn(step.command, step.args, {
      cwd: step.cwd,
      env: { ...process.env, ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const [stream, target] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      stream.on('data', data => {
        output += data;
        target.write(data);
      });
    }
    // Whoever ends this process ends the step, which ends what it started.
    const forward = signal => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, forward);
    const done = ok => {
      for (const signal of signals) process.off(signal, forward);
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
    // Not at exit: what it printed last may still be on its way.
    child.on('close', code => done(code === 0));
  });
}
