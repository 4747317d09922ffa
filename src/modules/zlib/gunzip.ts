/** A gzip file's content, for whoever has it whole. Throws what pako throws for a broken one. */
import { ungzip } from "pako";

export function gunzip(bytes: Uint8Array): Uint8Array {
  return ungzip(bytes);
}
