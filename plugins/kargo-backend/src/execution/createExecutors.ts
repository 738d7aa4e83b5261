import { Executors } from './Executors';
import { KargoApiClient } from './kargoApi/KargoApiClient';
import { KargoApiExecutor } from './kargoApi/KargoApiExecutor';
import { KubernetesExecutor } from './kubernetes/KubernetesExecutor';
import type { ExecutionConfig } from './readExecutionConfig';

/** For the whole answer: people wait for it. */
const TIMEOUT_MS = 15_000;

/** The executors that the configuration names. */
export function createExecutors(
  options: ConstructorParameters<typeof KubernetesExecutor>[0] &
    Pick<ExecutionConfig, 'executors'>,
): Executors {
  const kubernetes = new KubernetesExecutor(options);
  return new Executors({
    others: kubernetes,
    byControlPlane: new Map(
      [...options.executors].map(([name, executor]) => [
        name,
        executor.type === 'kubernetes'
          ? kubernetes
          : new KargoApiExecutor({
              client: new KargoApiClient({
                url: executor.url,
                timeoutMs: TIMEOUT_MS,
              }),
            }),
      ]),
    ),
  });
}
