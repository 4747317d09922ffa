/** The one door to fflate: raw deflate streams. */
import { inflateSync } from "fflate";

export const inflateRaw = (data: Uint8Array): Uint8Array => inflateSync(data);
