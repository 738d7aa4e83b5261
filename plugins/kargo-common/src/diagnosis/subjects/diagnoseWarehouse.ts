import { isDiscovering } from '../../model/warehouse';
import type { Diagnosis } from '../diagnosis';
import { explainText } from '../explainText';
import type { ConditionEvidence, WarehouseEvidence } from '../subject';
import { evidenceOf } from './stateRule';

/**
 * Explains why a warehouse is not healthy or not ready.
 *
 * @see akuity/kargo pkg/controller/warehouses/warehouses.go
 */
export function diagnoseWarehouse(warehouse: WarehouseEvidence): Diagnosis {
  const troubled = ['Healthy', 'Ready']
    .map(type =>
      warehouse.conditions.find(condition => condition.type === type),
    )
    .find(condition => condition && isTrouble(condition));
  const evidence = [
    ...warehouse.conditions.flatMap(condition =>
      evidenceOf({
        [`status.conditions[${condition.type}]`]: [
          condition.status,
          condition.reason,
          condition.message,
        ]
          .filter(Boolean)
          .join(', '),
      }),
    ),
    ...evidenceOf({
      'status.discoveredArtifacts.discoveredAt': warehouse.discoveredAt,
    }),
  ];
  if (!troubled) return { status: 'nothing-wrong', evidence };
  return explainText({
    message: troubled.message ?? '',
    subject: 'warehouse',
    nature: 'undetermined',
    evidence,
    kargoVersion: warehouse.kargoVersion,
  });
}

function isTrouble(condition: ConditionEvidence): boolean {
  return condition.status === 'False' && !isDiscovering(condition.reason);
}
