// The roadmap's page of skills.
//
//   [data-screen=road] .skills
//     section.skills-path h2
//       details.stage[data-stage] .tick       what one can say of oneself
//       article.dimension[data-dimension]     .measured, .own-word input, .note
//       details.kpis table
//       details.way[data-way] button          branches and ladders

export class SkillsPage {
  constructor(page) {
    this.page = page;
    this.screen = page.locator('[data-screen=road] .skills');
    this.stages = this.screen.locator('details.stage');
    this.dimensions = this.screen.locator('.dimension');
    this.figures = this.screen.locator('details.kpis tbody tr');
  }

  async visit() {
    await this.page.goto('./#/road/skills');
    await this.screen.waitFor();
  }

  stage(id) {
    return this.screen.locator(`.stage[data-stage="${id}"]`);
  }

  dimension(id) {
    return this.screen.locator(`.dimension[data-dimension="${id}"]`);
  }

  way(id) {
    return this.screen.locator(`.way[data-way="${id}"]`);
  }
}
