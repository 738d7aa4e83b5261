import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { PodRef } from '@fairway/plugin-gpu-capacity-common';

/** A pod as far as the reader may know it. */
export function PodName(props: { readonly pod: PodRef }) {
  const { namespace, name, entityRef } = props.pod;
  const component = entityRef && <EntityRefLink entityRef={entityRef} />;
  if (name === undefined) {
    return component ? <>a pod of {component}</> : <>a pod of another team</>;
  }
  return (
    <>
      {namespace === undefined ? name : `${namespace}/${name}`}
      {component && <> of {component}</>}
    </>
  );
}
