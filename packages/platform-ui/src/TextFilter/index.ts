export { TextFilter, type TextFilterProps } from './TextFilter';
