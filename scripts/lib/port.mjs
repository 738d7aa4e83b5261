import net from 'node:net';

/** A TCP port that something else already listens on. */
export class PortInUseError extends Error {}

/**
 * Makes sure that a loopback port can be listened on.
 * @param {{port: number, use: string, remedy: string}} options
 * @throws {PortInUseError} naming the port and what it was wanted for
 */
export async function assertPortFree({ port, use, remedy }) {
  for (const host of ['127.0.0.1', '::1']) {
    if (await answers(host, port)) {
      throw new PortInUseError(
        `Port ${port} is in use, and ${use} needs it. ${remedy}`,
      );
    }
  }
}

function answers(host, port) {
  return new Promise(resolve => {
    const socket = net.connect({ host, port });
    const done = result => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => done(true)).once('error', () => done(false));
  });
}

/** An unused loopback port. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
