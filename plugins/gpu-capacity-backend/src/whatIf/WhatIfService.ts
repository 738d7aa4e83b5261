import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  counted,
  enumerated,
  fit,
  fitByDomain,
  shapeWords,
  type FitAnswer,
  type NodeState,
  type PodShape,
  type WhatIf,
  type whatIfRequestSchema,
} from '@fairway/plugin-gpu-capacity-common';
import type { z } from 'zod/v4';
import type { PodNames, PodNamesReader, WorkloadEntities } from '../access';
import { fitView } from '../domain/fitView';
import { moveView } from '../domain/moveView';
import type {
  CapacityClusters,
  FoundCluster,
} from '../services/CapacityClusters';
import type { ClusterView } from '../services/ClusterCapacity';
import { inTurns } from '../services/inTurns';
import type { MoveAdvisor } from '../services/MoveAdvisor';
import { gangAnswer } from './gangAnswer';
import { askQueue, readAskedQueue, type AskedQueue } from './queueQuestion';
import { readWantedShape, type Wanted } from './readWantedShape';
import { SearchTime } from './SearchTime';
import { wantedPods } from './wantedPods';

type Question = z.output<typeof whatIfRequestSchema>;
type ClusterAnswer = WhatIf['clusters'][number];

const MAX_DOMAINS = 20;
/** An answer is there in 100 ms: a search for moves that would begin later than this is left to a question of its own. */
const MOVES_BEGIN_MS = 20;

/** Says for a shape which clusters would take it. */
export class WhatIfService {
  readonly #clusters: CapacityClusters;
  readonly #podNames: PodNamesReader;
  readonly #workloads: WorkloadEntities;
  readonly #moves: MoveAdvisor;

  constructor(options: {
    readonly clusters: CapacityClusters;
    readonly podNames: PodNamesReader;
    readonly workloads: WorkloadEntities;
    readonly moves: MoveAdvisor;
  }) {
    this.#clusters = options.clusters;
    this.#podNames = options.podNames;
    this.#workloads = options.workloads;
    this.#moves = options.moves;
  }

  /** @throws `InputError` where the shape cannot be read */
  async answer(
    question: Question,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<WhatIf> {
    const wanted = readWantedShape(question.shape);
    const queue =
      question.queue === undefined ? undefined : readAskedQueue(question.queue);
    const [found, names] = await Promise.all([
      this.#find(question.clusters),
      this.#podNames.read(options.credentials),
      this.#workloads.refresh(),
    ]);
    const clusters: ClusterAnswer[] = [];
    const search = new SearchTime({ limitMs: MOVES_BEGIN_MS });
    await inTurns(
      found.flatMap(cluster => (cluster.ok ? [cluster.view] : [])),
      cluster =>
        clusters.push(
          this.#ask({ cluster, wanted, question, queue, names, search }),
        ),
    );
    clusters.sort(bestFirst);
    const unread = found.flatMap(cluster =>
      cluster.ok ? [] : [{ cluster: cluster.cluster, reason: cluster.reason }],
    );
    const { shape, part, parts } = wanted;
    return {
      sentence: sentenceOf(wanted, question.replicas, clusters),
      shape: {
        requests: { ...shape.requests },
        replicas: question.replicas,
        part,
        ...(parts.length > 0 && {
          parts: parts.map(each => ({
            name: each.name,
            requests: { ...each.shape.requests },
            replicas: each.count * question.replicas,
          })),
        }),
      },
      clusters,
      unread,
    };
  }

  async #find(
    names: readonly string[] | undefined,
  ): Promise<readonly FoundCluster[]> {
    return names
      ? Promise.all(names.map(name => this.#clusters.get(name)))
      : this.#clusters.list();
  }

  #ask(options: {
    readonly cluster: ClusterView;
    readonly wanted: Wanted;
    readonly question: Question;
    readonly queue: AskedQueue | undefined;
    readonly names: PodNames;
    readonly search: SearchTime;
  }): ClusterAnswer {
    const { cluster, wanted, question, queue, names, search } = options;
    const { replicas, domainLabel } = question;
    const pods = wantedPods(cluster, wanted, replicas);
    const gates =
      queue &&
      askQueue(cluster, queue, pods, { names, entities: this.#workloads });
    const [{ shape }] = pods;
    if (wanted.parts.length > 0) {
      return gangAnswer({ cluster, parts: pods, ...gates });
    }
    const among = amongOf(wanted);
    const claims = cluster.claims.evaluator('');
    const asked = { replicas, among, claims };
    const domains =
      domainLabel === undefined
        ? undefined
        : fitByDomain(cluster.state, shape, [domainLabel], asked);
    // Together they are where the best domain takes them, whatever others have room for.
    const answer =
      domains?.[0]?.answer ??
      fit(cluster.state, shape, {
        ...asked,
        ...(domains && { among: () => false }),
      });
    const view = fitView({
      cluster,
      shape,
      answer,
      among,
      ...gates,
      ...this.#adviseMoves({ cluster, shape, answer, names, wanted, search }),
    });
    return domains === undefined
      ? view
      : {
          ...view,
          domains: domains
            .slice(0, MAX_DOMAINS)
            .map(({ domain, slots }) => ({ domain: domain.join('/'), slots })),
        };
  }

  /** What would make room where not even one pod fits. */
  #adviseMoves(options: {
    readonly cluster: ClusterView;
    readonly shape: PodShape;
    readonly answer: FitAnswer;
    readonly names: PodNames;
    readonly wanted: Wanted;
    readonly search: SearchTime;
  }) {
    const { cluster, shape, answer, names, wanted, search } = options;
    // Nothing says whether devices by claims would be found after a move, and what fits is in the way of one more.
    if (
      answer.verdict !== 'does-not-fit' ||
      answer.slots > 0 ||
      shape.claims.length > 0
    ) {
      return {};
    }
    const isMember = amongOf(wanted);
    const advice = search.run(() =>
      this.#moves.advise(cluster, shape, {
        among: isMember && [...cluster.state.nodes()].filter(isMember),
      }),
    );
    if (!advice) return { movesOmitted: true };
    const moves = moveView('It', advice, pod =>
      names.refOf(pod, this.#workloads.entityOf(cluster.name, pod)),
    );
    return { moves };
  }
}

function amongOf({
  product,
}: Wanted): ((state: NodeState) => boolean) | undefined {
  return product === undefined
    ? undefined
    : ({ node }) => node.product === product;
}

const OUTCOMES = ['go', 'ask-for-quota', 'unknown', 'fragmentation', 'both'];

function bestFirst(a: ClusterAnswer, b: ClusterAnswer): number {
  return (
    OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome) ||
    b.slots - a.slots ||
    a.cluster.name.localeCompare(b.cluster.name)
  );
}

function sentenceOf(
  { shape, part, parts }: Wanted,
  replicas: number,
  clusters: readonly ClusterAnswer[],
): string {
  const what =
    parts.length > 0
      ? `the ${part} with ${enumerated(
          parts.map(each => `${each.count * replicas} ${each.name}`),
        )}`
      : `${counted(replicas, 'pod', 'pods')} with ${shapeWords(
          shape.requests,
        )}`;
  const taking = clusters.filter(({ verdict }) => verdict === 'fits');
  if (clusters.length === 0)
    return `No cluster could be read to place ${what}.`;
  if (clusters.length === 1) {
    return `${what.charAt(0).toLocaleUpperCase('en')}${what.slice(1)}: ${
      clusters[0].sentence
    }`;
  }
  return taking.length === 0
    ? `No cluster would take ${what} now.`
    : `${counted(taking.length, 'cluster', 'clusters')} of ${
        clusters.length
      } would take ${what}: ${taking
        .map(({ cluster }) => cluster.title ?? cluster.name)
        .join(', ')}.`;
}
