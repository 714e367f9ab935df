// The plan page: exams, minutes, days off.
//
//   [data-screen=plan]
//     li[data-track] > input[type=date], button "Take back", p "… study days are left …", details > table
//     label "Monday" … > input[type=number]
//     form > input[type=date], button "Take it off"

export class PlanPage {
  constructor(page) {
    this.page = page;
    this.screen = page.locator('[data-screen=plan]');
    this.notice = this.screen.locator('.notice');
    this.minutes = (weekday) => this.screen.getByLabel(weekday);
    this.daysOff = this.screen.getByRole('region', { name: 'Days off' });
  }

  async visit() {
    await this.page.goto('./#/plan');
    await this.screen.waitFor();
  }

  exam(track) {
    return this.screen.locator(`li[data-track="${track}"]`);
  }

  async book(track, day) {
    await this.exam(track).locator('input[type=date]').fill(day);
  }
}
