/** The stamps of a run: each thread numbers what it saw in the order seen; here they become one table. */
export class StampTable {
  readonly list: (readonly [key: string, stamp: string])[] = [];
  readonly #places = new Map<string, number>();
  readonly #threads = new Map<number, number[]>();
  #conflicts = false;

  /** Something was seen in two states: a file changed during the run, and nothing of it can be kept. */
  get conflicts(): boolean {
    return this.#conflicts;
  }

  /** Adds what a thread hands over, in its order. */
  add(thread: number, fresh: readonly (readonly [key: string, stamp: string])[]): void {
    let numbers = this.#threads.get(thread);
    if (numbers === undefined) this.#threads.set(thread, (numbers = []));
    for (const [key, stamp] of fresh) numbers.push(this.place(key, stamp));
  }

  /** The place of one stamp. */
  place(key: string, stamp: string): number {
    const known = this.#places.get(key);
    if (known !== undefined) {
      if (this.list[known]?.[1] !== stamp) this.#conflicts = true;
      return known;
    }
    this.#places.set(key, this.list.length);
    return this.list.push([key, stamp]) - 1;
  }

  /** The places of a thread's numbers. */
  places(thread: number, numbers: readonly number[]): number[] {
    const own = this.#threads.get(thread) ?? [];
    return numbers.map((number) => {
      const place = own[number];
      if (place === undefined) throw new Error(`unreachable: thread ${thread} has no stamp ${number}`);
      return place;
    });
  }
}
