import {
  counted,
  type ClusterNode,
  type HealthView,
  type NodeLedger,
} from '@fairway/plugin-gpu-capacity-common';

/** A node with its accelerators. */
interface Found {
  readonly node: ClusterNode;
  readonly ledger: NodeLedger;
}

type Rule = (found: Found) => readonly HealthView[];

const lostDevices: Rule = ({ node, ledger }) =>
  ledger.resources
    .filter(({ units }) => units.lost > 0)
    .map(({ resource, units }) => ({
      kind: 'lost-devices',
      severity: 'bad',
      node: node.name,
      devices: units.lost,
      sentence: `${node.name} has lost ${units.lost} of its ${
        node.capacity[resource] ?? 0
      } ${resource}: ${
        units.lost === 1 ? 'it is' : 'they are'
      } registered and cannot be used.`,
    }));

const STATE_FINDINGS = {
  'not-ready': {
    kind: 'not-ready',
    severity: 'bad',
    words: 'is not ready',
  },
  unknown: {
    kind: 'not-ready',
    severity: 'bad',
    words: 'does not report its state',
  },
  cordoned: { kind: 'cordoned', severity: 'info', words: 'is cordoned' },
  leaving: {
    kind: 'leaving',
    severity: 'info',
    words: 'is being taken away by an autoscaler',
  },
} as const;

const nodeState: Rule = ({ node, ledger }) => {
  if (node.state === 'ready') return [];
  const { kind, severity, words } = STATE_FINDINGS[node.state];
  const unheld = ledger.resources.reduce(
    (sum, { units }) => sum + units.blocked + units.unknown,
    0,
  );
  return [
    {
      kind,
      severity,
      node: node.name,
      devices: unheld,
      sentence: `${node.name} ${words}: ${counted(
        unheld,
        'unit that nobody holds is',
        'units that nobody holds are',
      )} out of reach.`,
    },
  ];
};

const reconfiguring: Rule = ({ node }) =>
  node.reconfiguring
    ? [
        {
          kind: 'reconfiguring',
          severity: 'attention',
          node: node.name,
          sentence: `The MIG layout of ${node.name} is being changed: its counts are wrong for the moment.`,
        },
      ]
    : [];

const PRESSURE = ['MemoryPressure', 'DiskPressure', 'PIDPressure'];

const nodeProblems: Rule = ({ node }) =>
  node.problems.map(({ type, reason, message, since }) => ({
    kind: 'node-problem',
    severity: PRESSURE.includes(type) ? 'attention' : 'bad',
    node: node.name,
    since,
    sentence: `${node.name} reports ${type}${reason ? ` (${reason})` : ''}${
      message ? `: ${message}` : '.'
    }`,
  }));

const ODD_AMOUNTS = {
  'allocatable-above-capacity': 'says that more can be used than it has',
  'held-above-capacity': 'has more held by pods than it says that it has',
} as const;

const oddAmounts: Rule = ({ node, ledger }) =>
  ledger.notes.flatMap(note =>
    note === 'reconfiguring'
      ? []
      : [
          {
            kind: 'odd-amounts' as const,
            severity: 'attention' as const,
            node: node.name,
            sentence: `${node.name} ${ODD_AMOUNTS[note]}.`,
          },
        ],
  );

const RULES: readonly Rule[] = [
  lostDevices,
  nodeState,
  nodeProblems,
  reconfiguring,
  oddAmounts,
];

const ORDER = ['bad', 'attention', 'info'];

/** What is wrong with the accelerators of some nodes, and what else is known to be wrong, the worst first. */
export function nodeHealth(
  nodes: Iterable<Found>,
  others: readonly HealthView[] = [],
): readonly HealthView[] {
  return [
    ...[...nodes].flatMap(found => RULES.flatMap(rule => rule(found))),
    ...others,
  ].sort(
    (a, b) =>
      ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
      (b.devices ?? 0) - (a.devices ?? 0) ||
      a.sentence.localeCompare(b.sentence),
  );
}
