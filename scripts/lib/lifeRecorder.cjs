// Required by a process before anything else: writes down that it lives, and how it ended. Who dies of a signal writes nothing more.
const fs = require('node:fs');

const file = process.env.FAIRWAY_LIFE_FILE;
if (file) {
  fs.writeFileSync(file, JSON.stringify({ pid: process.pid }));
  process.on('exit', status =>
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, status })),
  );
}
