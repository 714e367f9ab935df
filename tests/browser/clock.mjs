// The time in the page. It stands still, and moves only when a test says so.

const SECOND = 1_000;
const DAY = 24 * 60 * 60 * SECOND;

/** 2026-11-21, a Saturday, 18:00 in Berlin. */
const EVENING = Date.parse('2026-11-21T18:00:00+01:00');

export class Clock {
  #contexts;
  #now = EVENING;

  constructor(context) {
    this.#contexts = [context];
  }

  async start() {
    await this.#show();
  }

  /** Lets so many seconds pass. */
  async pass(seconds) {
    this.#now += seconds * SECOND;
    await this.#show();
  }

  /** Goes to the evening so many days after the first one. There is no change of summer time in the weeks that tests use. */
  async eveningOfDay(days) {
    this.#now = EVENING + days * DAY;
    await this.#show();
  }

  /** Tells the same time in another context, too. */
  async alsoIn(context) {
    this.#contexts.push(context);
    await this.#show();
  }

  async #show() {
    for (const context of this.#contexts) await context.clock.setFixedTime(this.#now);
  }
}
