// The start page: what is waiting, and the tracks.
//
//   [data-screen=start]
//     .notice                        what is wrong with the storage
//     .headline h1, a.button         "20 items are waiting.", Study Enter
//     section ul.tracks a[data-track]
//       .track-name .track-origin .track-facts .track-waiting .meter

export class StartPage {
  constructor(page) {
    this.page = page;
    this.screen = page.locator('[data-screen=start]');
    this.headline = this.screen.getByRole('heading', { level: 1 });
    this.go = this.screen.locator('.headline a.button');
    this.firstRun = this.screen.locator('.first-run');
    this.exams = this.screen.locator('[data-exam]');
    this.notice = this.screen.locator('.notice');
    this.reminder = this.notice.filter({ hasText: /A backup takes one click|The last backup was made/ });
    this.begun = this.screen.getByRole('region', { name: 'In progress' }).locator('[data-track]');
    this.open = this.screen.getByRole('region', { name: /racks$/ }).locator('[data-track]');
    this.keysButton = page.getByRole('button', { name: 'Keys' });
    this.keysDialog = page.getByRole('dialog', { name: 'Keys' });
  }

  /** Loads the app anew. It is ready when the list of tracks is there. */
  async visit() {
    await this.page.goto('./');
    await this.ready();
  }

  async ready() {
    await this.screen.locator('[data-track]').first().waitFor({ state: 'attached' });
  }

  /** Goes here from another screen, without loading anything. */
  async enter() {
    await this.page.getByRole('navigation').getByRole('link', { name: 'Today' }).click();
    await this.ready();
  }

  track(id) {
    return this.screen.locator(`[data-track="${id}"]`);
  }

  /** Opens a track, which may be folded away among those that are not for today. */
  async pick(id) {
    if (!(await this.track(id).isVisible())) await this.screen.getByText('More tracks').click();
    await this.track(id).click();
  }

  waitingOf(id) {
    return this.track(id).locator('.track-waiting');
  }

  meterOf(id) {
    return this.track(id).locator('.meter');
  }
}
