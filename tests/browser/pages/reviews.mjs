// The reviews: the list, and one of them; and the line about them on the start page.
//
//   [data-screen=start] [data-nudge] a, button "Not this time"
//   [data-screen=reviews]
//     li[data-due] a, button           what is due
//     ol.held > li                     those that were held
//     h1                               the period
//     section "Time" "Answers" "Chance of passing" "Weakest tasks now" "Slipped on the roadmap"
//     section "Your notes" textarea
//     section.proposal .parts input[type=checkbox], button, [data-take-back]

export class ReviewsPage {
  constructor(page) {
    this.page = page;
    this.nudge = page.locator('[data-nudge]');
    this.screen = page.locator('[data-screen=reviews]');
    this.heading = this.screen.getByRole('heading', { level: 1 });
    this.due = this.screen.locator('[data-due]');
    this.held = this.screen.locator('ol.held > li');
    this.export = this.screen.getByRole('button', { name: 'Export all as Markdown' });
    this.notes = this.screen.getByRole('textbox', { name: 'Your notes' });
    this.proposal = this.screen.locator('.proposal');
    this.parts = this.proposal.getByRole('listitem');
    this.accept = this.proposal.getByRole('button', { name: /^(Accept|Finish)/ });
    this.takeBack = this.proposal.getByRole('button', { name: 'Take it back' });
  }

  section(name) {
    return this.screen.getByRole('region', { name });
  }

  async visit(path = '') {
    await this.page.goto(`./#/reviews${path}`);
    await this.heading.waitFor();
  }

  /** One of the figures of the answers, by its words. */
  figure(words) {
    return this.section('Answers').locator('.figure', { hasText: words }).locator('dd');
  }
}
