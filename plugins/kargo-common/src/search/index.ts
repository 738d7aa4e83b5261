export {
  kargoSearchDocumentSchema,
  kargoSearchPageSchema,
  type KargoSearchDocument,
  type KargoSearchPage,
} from './searchDocument';
export { searchDocumentsOf } from './searchDocumentsOf';
