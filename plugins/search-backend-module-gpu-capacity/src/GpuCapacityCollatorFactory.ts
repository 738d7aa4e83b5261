import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { gpuSearchPageSchema } from '@fairway/plugin-gpu-capacity-common';
import { Readable } from 'node:stream';
import { indexableDocument, type GpuIndexDocument } from './indexableDocument';

const PLUGIN_ID = 'gpu-capacity';

/** Reads the documents from the GPU capacity backend plugin, which alone watches the clusters. */
export class GpuCapacityCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'gpu-capacity';
  /** Asked of the entity of each document: who may not see the entity must not find it. */
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #locationTemplate: string;

  constructor(options: {
    readonly auth: AuthService;
    readonly discovery: DiscoveryService;
    readonly locationTemplate: string;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#locationTemplate = options.locationTemplate;
  }

  /** What cannot be read ends the stream with an error: the search then keeps the index that it has. */
  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<GpuIndexDocument, void, undefined> {
    const baseUrl = await this.#discovery.getBaseUrl(PLUGIN_ID);
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN_ID,
    });
    const response = await fetch(`${baseUrl}/search-documents`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    const { documents } = gpuSearchPageSchema.parse(await response.json());
    for (const document of documents) {
      yield indexableDocument(document, this.#locationTemplate);
    }
  }
}
