export { type BooksCheck, checkBooks } from './check-books.ts'
