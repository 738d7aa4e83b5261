export { HealthList } from './HealthList';
