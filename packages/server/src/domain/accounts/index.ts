export { findSignedIn, type SignedIn } from './find-signed-in.ts'
