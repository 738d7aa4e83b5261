import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Kargo promotion view */
  kargo?: {
    /** Advice about failures */
    advisor?: {
      /** A model behind an endpoint that speaks the chat completions of OpenAI. Off where this is absent. */
      openai?: {
        /**
         * Address of the API up to its version, such as `https://models.example.com/v1`.
         * @visibility backend
         */
        baseUrl: string;
        /**
         * Sent as a bearer token; leave it out where the endpoint wants none.
         * @visibility secret
         */
        apiKey?: string;
        /**
         * Name of the model, which people see beside its advice.
         * @visibility backend
         */
        model: string;
        /**
         * How long one answer may take, 30 seconds by default and 60 at most.
         * @visibility backend
         */
        timeout?: HumanDuration | string;
        /**
         * How many tokens an answer may have, those of the reasoning included; 1500 by default.
         * @visibility backend
         */
        maxTokens?: number;
      };
    };
  };
}
