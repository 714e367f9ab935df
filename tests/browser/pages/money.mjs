// The roadmap's page of money.
//
//   [data-screen=road] .money
//     section "What it costs"        .sum h3, dl
//     section "Month by month, in …" svg, details table
//     tr[data-fee], tr[data-amount]  input.own-figure, checkbox
//     section "What comes back"      .chip, .pay-field input, dl.reckoning, details

export class MoneyPage {
  constructor(page) {
    this.page = page;
    this.screen = page.locator('[data-screen=road] .money');
    this.costs = this.screen.getByRole('region', { name: 'What it costs' });
    this.months = this.screen.getByRole('region', { name: 'Month by month, in US dollars' });
    this.back = this.screen.getByRole('region', { name: 'What comes back' });
    this.reckoning = this.back.locator('.reckoning');
  }

  async visit() {
    await this.page.goto('./#/road/money');
    await this.costs.waitFor();
  }

  fee(id) {
    return this.screen.locator(`tr[data-fee="${id}"]`);
  }

  amount(id) {
    return this.screen.locator(`tr[data-amount="${id}"]`);
  }

  /** A line of the sums of dollars. */
  sum(name) {
    return this.costs.locator('.sum').first().locator(`dt:text-is("${name}") + dd`);
  }

  /** A line of what comes back. */
  line(name) {
    return this.reckoning.locator(`dt:text-is("${name}") + dd`);
  }

  pay(words) {
    return this.back.getByLabel(words);
  }

  /** Writes a figure as a learner does, and leaves the field. */
  async write(field, figure) {
    await field.fill(String(figure));
    await field.press('Tab');
  }
}
