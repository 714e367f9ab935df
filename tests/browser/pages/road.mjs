// The roadmap.
//
//   [data-screen=road]
//     .path-card[data-path] a          the paths
//     .tabs a, .zoom a
//     .timeline a.road-bar[data-entry] the timeline
//     .road-row[data-entry]            the list
//     .road-exam[data-exam] button     how it stands with each exam
//     .road-path[data-path]            the paths that lie there
//     .tick[data-tick] input, form     things to tick, with their evidence
//     .undo-bar                        what was done last

export class RoadPage {
  constructor(page) {
    this.page = page;
    this.screen = page.locator('[data-screen=road]');
    this.heading = this.screen.getByRole('heading', { level: 1 });
    this.bars = this.screen.locator('a.road-bar');
    this.rows = this.screen.locator('.road-row');
    this.cards = this.screen.locator('.path-card');
    this.alarms = this.screen.getByRole('region', { name: 'Worth knowing' });
    this.refused = this.screen.getByRole('alert');
    this.undoBar = this.screen.locator('.undo-bar');
    this.undo = this.undoBar.getByRole('button', { name: 'Take back' });
  }

  async visit(page = '') {
    await this.page.goto(`./#/road${page}`);
    await this.heading.waitFor();
  }

  bar(id) {
    return this.screen.locator(`a.road-bar[data-entry="${id}"]`);
  }

  row(id) {
    return this.screen.locator(`.road-row[data-entry="${id}"]`);
  }

  exam(id) {
    return this.screen.locator(`.road-exam[data-exam="${id}"]`);
  }

  path(id) {
    return this.screen.locator(`.road-path[data-path="${id}"]`);
  }

  tick(id) {
    return this.screen.locator(`.tick[data-tick="${id}"]`);
  }

  /** Lays a path from its page. */
  async lay(id, { from, hours, month } = {}) {
    await this.visit(`/path/${id}`);
    const form = this.screen.getByRole('region', { name: /Lay it|How it lies/ });
    if (from) await form.getByLabel('From').fill(from);
    if (hours !== undefined) await form.getByLabel('Hours a week').fill(String(hours));
    if (month) await form.getByLabel('Begin with').selectOption(String(month));
    await form.getByRole('button', { name: /^Lay/ }).click();
  }
}
