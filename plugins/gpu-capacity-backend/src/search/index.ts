export { createSearchRouter } from './createSearchRouter';
export { SearchDocuments } from './SearchDocuments';
