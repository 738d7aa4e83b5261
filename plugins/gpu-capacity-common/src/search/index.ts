export {
  gpuSearchDocumentSchema,
  gpuSearchPageSchema,
  type GpuSearchDocument,
  type GpuSearchPage,
} from './searchDocument';
