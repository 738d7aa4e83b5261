export { OwnProjects } from './OwnProjects';
