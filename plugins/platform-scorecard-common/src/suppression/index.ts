export type {
  PeopleTable,
  PublishedPeople,
  PublishedTable,
} from './PeopleTable';
export { publishedPeople } from './publishedPeople';
export { suppressSmallCells } from './suppressSmallCells';
