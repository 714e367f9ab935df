// The library page, and the page of an item.
//
//   [data-screen=library]
//     search  input#search  select (deck, task, state)
//     p[data-found][role=status]
//     .many  (pick all, deeds, [data-take-back])
//     ul.items > li.item-row[data-item]  checkbox  a  .item-state  .item-marks
//   [data-screen=item]

export class LibraryPage {
  constructor(page) {
    this.page = page;
    this.screen = page.locator('[data-screen=library]');
    this.search = page.getByRole('searchbox');
    this.found = this.screen.locator('[data-found]');
    this.rows = this.screen.locator('.item-row');
    this.many = this.screen.getByRole('group', { name: 'With the picked items' });
    this.takeBack = this.screen.locator('[data-take-back]');
    this.item = page.locator('[data-screen=item]');
  }

  /** Opens it and waits until every deck is here. */
  async visit(query = '') {
    await this.page.goto(`./#/library${query}`);
    await this.rows.first().waitFor();
    await this.found.filter({ hasNotText: 'Loading' }).waitFor({ timeout: 20_000 });
  }

  /** How many items were found. */
  async count() {
    return Number((await this.found.textContent()).match(/^(\d+)/)?.[1] ?? 0);
  }

  select(label) {
    return this.screen.getByRole('combobox', { name: label });
  }
}
