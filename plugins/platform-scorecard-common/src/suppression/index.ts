export type {
  PeopleTable,
  PublishedPeople,
  PublishedTable,
} from './PeopleTable';
export { suppressSmallCells } from './suppressSmallCells';
