import { InputError } from '@backstage/errors';
import { isMap, parseAllDocuments } from 'yaml';

/**
 * Sets annotations on every entity of a catalog file and keeps the rest of its text, comments included.
 *
 * @throws `InputError` where the text is not YAML
 */
export function stampCatalogInfo(
  text: string,
  annotations: Readonly<Record<string, string>>,
): string {
  const documents = [...parseAllDocuments(text)];
  for (const document of documents) {
    const [error] = document.errors;
    if (error) {
      throw new InputError(`The catalog file is not YAML: ${error.message}`);
    }
    if (!isMap(document.getIn(['metadata'], true))) continue;
    for (const [name, value] of Object.entries(annotations)) {
      document.setIn(['metadata', 'annotations', name], value);
    }
  }
  return documents
    .map(document => document.toString({ lineWidth: 0 }))
    .join('');
}
