import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  kargoSearchPageSchema,
  type KargoSearchPage,
} from '@fairway/plugin-kargo-common';
import { Readable } from 'node:stream';
import {
  indexableDocument,
  type KargoIndexDocument,
} from './indexableDocument';

const PLUGIN_ID = 'kargo';

/** Reads the documents from the Kargo backend plugin, which alone watches the control planes, page by page. */
export class KargoCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'kargo';
  /** Asked of the entity of each document: who may not see the entity must not find its stages. */
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

  /** A page that cannot be read ends the stream with an error: the search then keeps the index that it has. */
  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<KargoIndexDocument, void, undefined> {
    let cursor: string | undefined;
    do {
      const page: KargoSearchPage = await this.#read(cursor);
      for (const document of page.documents) {
        yield indexableDocument(document, this.#locationTemplate);
      }
      cursor = page.nextCursor;
    } while (cursor);
  }

  async #read(cursor: string | undefined): Promise<KargoSearchPage> {
    const baseUrl = await this.#discovery.getBaseUrl(PLUGIN_ID);
    // Each page with a token of its own: the last one may be read long after the first.
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: PLUGIN_ID,
    });
    const query = new URLSearchParams(cursor ? { cursor } : {});
    const response = await fetch(`${baseUrl}/search-documents?${query}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return kargoSearchPageSchema.parse(await response.json());
  }
}
