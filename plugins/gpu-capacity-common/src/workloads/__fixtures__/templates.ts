/** A template of a pod with some devices. */
export function podTemplate(gpus: number, more: object = {}) {
  return {
    metadata: { labels: { app: 'x' } },
    spec: {
      containers: [
        { name: 'main', resources: { limits: { 'nvidia.com/gpu': gpus } } },
      ],
    },
    ...more,
  };
}

/** An object with a head and what is given. */
export function object(spec: object, more: object = {}) {
  return {
    metadata: {
      namespace: 'ml',
      name: 'x',
      labels: { 'kueue.x-k8s.io/queue-name': 'default' },
    },
    spec,
    ...more,
  };
}
