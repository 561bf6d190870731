import type { Instant } from '#domain/kernel/calendar.ts';

/** Something that goes on in the shop: it answers the instant at which it wants to go on, until it is over. */
export type Story = Generator<Instant, void, void>;

type Waiting = { readonly at: Instant; readonly order: number; readonly story: Story };

/** The clock that the stories of a shop share. */
export type Clock = { now: Instant };

/** Stories that take turns by the clock, so that everything happens in the order of time, as in a shop. */
export class Schedule {
  readonly #clock: Clock;
  readonly #heap: Waiting[] = [];
  #count = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Lets a story begin at an instant. */
  add(at: Instant, story: Story): void {
    this.#push({ at, order: (this.#count += 1), story });
  }

  /** Runs all that happens before an instant; what would go on later is left as it stands. */
  runUntil(end: Instant): void {
    for (let next = this.#heap[0]; next && next.at < end; next = this.#heap[0]) {
      this.#pop();
      if (next.at > this.#clock.now) this.#clock.now = next.at;
      const { done, value } = next.story.next();
      if (!done) this.add(value > this.#clock.now ? value : this.#clock.now, next.story);
    }
    this.#clock.now = end;
  }

  #push(item: Waiting): void {
    const heap = this.#heap;
    let index = heap.push(item) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!before(item, heap[parent])) break;
      this.#swap(index, parent);
      index = parent;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    heap[0] = last;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const child = left + 1 < heap.length && before(heap[left + 1], heap[left]) ? left + 1 : left;
      if (child >= heap.length || !before(heap[child], heap[index])) return;
      this.#swap(index, child);
      index = child;
    }
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (!first || !second) return;
    this.#heap[a] = second;
    this.#heap[b] = first;
  }
}

const before = (a: Waiting | undefined, b: Waiting | undefined): boolean =>
  a !== undefined && b !== undefined && (a.at === b.at ? a.order < b.order : a.at < b.at);
