export {
  useUrlChoice,
  useUrlChoices,
  type ChangeUrlChoices,
  type UrlChoices,
} from './useUrlChoice';
