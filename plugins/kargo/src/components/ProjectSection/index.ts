export { ProjectSection } from './ProjectSection';
