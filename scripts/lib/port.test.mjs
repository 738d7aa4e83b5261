import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { PortInUseError, assertPortFree, freePort } from './port.mjs';

test('names a port that is in use, and what it is needed for', async () => {
  const port = await freePort();
  const options = { port, use: 'the app', remedy: 'Stop what listens there.' };
  await assertPortFree(options);
  const server = net.createServer().listen(port, '127.0.0.1');
  await new Promise(resolve => {
    server.once('listening', resolve);
  });
  await assert.rejects(
    assertPortFree(options),
    error =>
      error instanceof PortInUseError &&
      error.message ===
        `Port ${port} is in use, and the app needs it. Stop what listens there.`,
  );
  server.close();
});
