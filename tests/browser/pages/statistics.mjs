// The statistics page.
//
//   [data-screen=statistics]
//     .statistics-controls  select "Of", select "Domain", group "Days" of links, details "Other days" with two dates
//     p[role=status]        what is being done, where it takes longer than a second
//     [aria-busy][data-shown]
//       h2                  of what, and of which days
//       dl.tiles
//       section[data-chapter]  h3  .conclusion  svg  details "The numbers"  button "Save as CSV"

export class StatisticsPage {
  constructor(page) {
    this.page = page;
    this.screen = page.locator('[data-screen=statistics]');
    this.scope = this.screen.getByRole('combobox', { name: 'Of', exact: true });
    this.domain = this.screen.getByRole('combobox', { name: 'Domain' });
    this.days = this.screen.getByRole('group', { name: 'Days' });
    this.status = this.screen.getByRole('status');
    this.shown = this.screen.locator('[data-shown]');
    this.title = this.screen.getByRole('heading', { level: 2 });
    this.notice = this.screen.locator('.notice');
    this.chapters = this.screen.locator('[data-chapter]');
  }

  /** Opens it and waits for the figures. */
  async visit(query = '') {
    await this.page.goto(`./#/statistics${query}`);
    await this.ready();
  }

  /** Waits until the figures that are shown are the ones that are wanted. */
  async ready() {
    await this.shown.and(this.page.locator('[aria-busy=false]')).waitFor({ timeout: 20_000 });
  }

  chapter(slug) {
    return this.screen.locator(`[data-chapter=${slug}]`);
  }

  conclusion(slug) {
    return this.chapter(slug).locator('.conclusion');
  }

  /** A figure of the first line by what it is. */
  figure(what) {
    return this.screen.locator('.tile', { hasText: what }).locator('dd');
  }

  /** The rows of a chapter's table, opened where it has to be: each a list of cells. */
  async rows(slug) {
    const chapter = this.chapter(slug);
    const numbers = chapter.locator('details');
    if ((await numbers.count()) && !(await numbers.evaluate((details) => details.open))) await numbers.locator('summary').click();
    await chapter.getByRole('table').waitFor();
    return chapter.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  }

  /** Presses the button of a chapter and gives the file: its name, and its lines as lists of fields. */
  async saved(slug) {
    await this.rows(slug);
    const downloading = this.page.waitForEvent('download');
    await this.chapter(slug).getByRole('button', { name: 'Save as CSV' }).click();
    const download = await downloading;
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const lines = Buffer.concat(chunks).toString('utf8').trimEnd().split('\r\n');
    return { name: download.suggestedFilename(), lines: lines.map((line) => line.split(',')) };
  }
}
