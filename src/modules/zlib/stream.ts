/** The one door to pako, zlib's algorithms in JavaScript: its streams, as zlib.h describes them, over growing output. */
import {
  ZStream,
  Z_BUF_ERROR,
  Z_FINISH,
  Z_NEED_DICT,
  Z_NO_FLUSH,
  Z_OK,
  Z_STREAM_END,
  Z_SYNC_FLUSH,
  inflateRaw as inflateRawWhole,
  zlibDeflate,
  zlibDeflateInit2,
  zlibDeflateSetDictionary,
  zlibInflate,
  zlibInflateInit2,
  zlibInflateSetDictionary,
  type Z_CallStatus,
  type Z_FlushMode,
  type Z_Strategy,
} from "pako";

/** A failure of zlib: its number and what it says of it, if anything. */
export class ZlibFault extends Error {
  constructor(
    readonly status: number,
    readonly detail: string,
  ) {
    super(detail);
  }
}

/** The whole of a raw deflate stream. */
export const inflateRaw = (data: Uint8Array): Uint8Array => inflateRawWhole(data);

const chunk = 16384;
const nothing = new Uint8Array(0);

/** Output blocks up to a limit. */
class Output {
  private readonly blocks: Uint8Array[] = [];
  private length = 0;
  /** The length that was told as one value. */
  private told = chunk;

  /** `allocate` hears of each new block and may refuse it. */
  constructor(
    private readonly stream: ZStream,
    private readonly limit: number,
    private readonly allocate: (bytes: number) => void,
  ) {
    this.next();
  }

  get full(): boolean {
    return this.length + this.stream.next_out >= this.limit;
  }

  /** Makes room after a block is full. */
  next(): void {
    const { stream } = this;
    if (stream.output !== null && stream.next_out > 0) {
      this.blocks.push(stream.output.subarray(0, stream.next_out));
      this.length += stream.next_out;
    }
    const size = Math.min(chunk, this.limit - this.length);
    this.allocate(size);
    // The blocks become one value: its size is told at each doubling.
    if (this.length >= 2 * this.told) this.allocate((this.told = this.length));
    stream.output = new Uint8Array(size);
    stream.next_out = 0;
    stream.avail_out = size;
  }

  take(): Uint8Array {
    const { stream } = this;
    const last = stream.output.subarray(0, stream.next_out);
    const whole = new Uint8Array(this.length + last.length);
    let at = 0;
    for (const block of [...this.blocks, last]) {
      whole.set(block, at);
      at += block.length;
    }
    stream.output = new Uint8Array(0);
    stream.next_out = stream.avail_out = 0;
    return whole;
  }
}

function feed(stream: ZStream, data: Uint8Array): void {
  stream.input = data;
  stream.next_in = 0;
  stream.avail_in = data.length;
}

function start(): ZStream {
  const stream = new ZStream();
  stream.output = new Uint8Array(0);
  stream.next_out = stream.avail_out = 0;
  return stream;
}

export interface CompressOptions {
  readonly level: number;
  readonly method: number;
  readonly wbits: number;
  readonly memLevel: number;
  readonly strategy: number;
  readonly dictionary?: Uint8Array | undefined;
}

/** deflate, byte for byte what zlib itself writes. */
export class Compressor {
  private readonly stream = start();

  /** @throws ZlibFault */
  constructor(
    options: CompressOptions,
    private readonly allocate: (bytes: number) => void,
  ) {
    const { level, method, wbits, memLevel, strategy, dictionary } = options;
    const status = zlibDeflateInit2(
      this.stream,
      level,
      method,
      wbits,
      memLevel,
      strategy as Z_Strategy,
      true,
    );
    if (status !== Z_OK) throw new ZlibFault(status, "");
    if (dictionary !== undefined) {
      const set = zlibDeflateSetDictionary(this.stream, dictionary);
      if (set !== Z_OK) throw new ZlibFault(set, "");
    }
  }

  /** What comes out for more input and a flush mode of zlib.h. @throws ZlibFault */
  push(data: Uint8Array, flush: number = Z_NO_FLUSH): Uint8Array {
    const { stream } = this;
    feed(stream, data);
    const output = new Output(stream, Infinity, this.allocate);
    for (;;) {
      const status = zlibDeflate(stream, flush as Z_FlushMode);
      if (status === Z_STREAM_END) break;
      if (status !== Z_OK && status !== Z_BUF_ERROR) throw new ZlibFault(status, stream.msg);
      if (stream.avail_out > 0) break;
      output.next();
    }
    return output.take();
  }
}

/** inflate: tells where the stream ended and what input is left. */
export class Decompressor {
  private readonly stream = start();
  /** The end of the compressed stream was met. */
  ended = false;

  /** @throws ZlibFault */
  constructor(
    wbits: number,
    private readonly dictionary: Uint8Array | undefined,
    private readonly allocate: (bytes: number) => void,
  ) {
    const status = zlibInflateInit2(this.stream, wbits);
    if (status !== Z_OK) throw new ZlibFault(status, "");
    if (dictionary !== undefined && wbits < 0) this.useDictionary();
  }

  private useDictionary(): void {
    const status = zlibInflateSetDictionary(this.stream, this.dictionary ?? nothing);
    if (status !== Z_OK) throw new ZlibFault(status, "");
  }

  /** Output of at most `limit` bytes, and the input that was not read. @throws ZlibFault */
  push(data: Uint8Array, limit = Infinity, finish = false): { out: Uint8Array; rest: Uint8Array } {
    const { stream } = this;
    if (this.ended) return { out: nothing, rest: data };
    feed(stream, data);
    const output = new Output(stream, limit, this.allocate);
    for (;;) {
      const status: Z_CallStatus = zlibInflate(stream, finish ? Z_FINISH : Z_SYNC_FLUSH);
      if (status === Z_NEED_DICT && this.dictionary !== undefined) {
        this.useDictionary();
        continue;
      }
      if (status === Z_STREAM_END) {
        this.ended = true;
        break;
      }
      if (status !== Z_OK && status !== Z_BUF_ERROR) throw new ZlibFault(status, stream.msg);
      if (output.full || stream.avail_out > 0) break;
      output.next();
    }
    return { out: output.take(), rest: data.subarray(stream.next_in) };
  }
}
