import { z } from 'zod/v4';
import type { ResourceType } from '../service';
import type { ClusterAnswer } from './ClusterAnswer';
import type { ClusterRequests } from './ClusterRequests';
import { groupVersionPath } from './resourcePath';

/** How long a discovery document is believed. */
const TTL_MS = 60_000;

/** `APIResourceList` of a group and version. */
const resourceListSchema = z.object({
  resources: z.array(z.object({ name: z.string() })).nullish(),
});

type Plurals = ReadonlySet<string>;

/** Which resource types a cluster serves, from the document of each group and version. */
export class ServedResources {
  readonly #documents = new Map<
    string,
    {
      readonly until: number;
      readonly plurals: Promise<ClusterAnswer<Plurals>>;
    }
  >();

  async serves(
    requests: ClusterRequests,
    resource: ResourceType,
  ): Promise<ClusterAnswer<boolean>> {
    const answer = await this.#plurals(requests, groupVersionPath(resource));
    return answer.ok
      ? { ok: true, value: answer.value.has(resource.plural) }
      : answer;
  }

  async #plurals(
    requests: ClusterRequests,
    path: string,
  ): Promise<ClusterAnswer<Plurals>> {
    const known = this.#documents.get(path);
    if (known && Date.now() < known.until) {
      return known.plurals;
    }
    const plurals = fetchPlurals(requests, path);
    this.#documents.set(path, { until: Date.now() + TTL_MS, plurals });
    const answer = await plurals;
    if (!answer.ok && this.#documents.get(path)?.plurals === plurals) {
      this.#documents.delete(path);
    }
    return answer;
  }
}

async function fetchPlurals(
  requests: ClusterRequests,
  path: string,
): Promise<ClusterAnswer<Plurals>> {
  const answer = await requests.get({ path });
  if (!answer.ok) {
    return answer.failure.result.reason === 'absent'
      ? { ok: true, value: new Set() }
      : answer;
  }
  const list = resourceListSchema.safeParse(answer.value.body);
  const resources = list.success ? list.data.resources ?? [] : [];
  return { ok: true, value: new Set(resources.map(({ name }) => name)) };
}
