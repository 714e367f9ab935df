// What is written where an item is met, on the study page and on the page of an item.
//
//   .tools | .item-deeds   button "Note", button "Edit" (own decks only)
//   aside.own-note         the note, with the answer
//   section.writing        textarea "Your note" | textarea "Edit this item", [role=alert], ol.problems, buttons

export class InPlace {
  constructor(page) {
    this.page = page;
    this.open = page.locator('section.writing');
    this.noteTool = page.locator('.tools').getByRole('button', { name: 'Note' });
    this.editTool = page.getByRole('button', { name: 'Edit' });
    this.note = this.open.getByRole('textbox', { name: 'Your note' });
    this.shown = page.locator('.own-note p');
    this.editor = this.open.getByRole('textbox', { name: 'Edit this item' });
    this.words = this.open.getByRole('alert');
    this.problems = this.open.locator('.problems > li');
    this.save = this.open.getByRole('button', { name: 'Save' });
    this.cancel = this.open.getByRole('button', { name: 'Cancel' });
    this.throwAway = this.open.getByRole('button', { name: 'Throw changes away' });
  }

  /** Replaces words in the editor, as somebody would who selects all and pastes. */
  async change(from, to) {
    const text = await this.editor.inputValue();
    if (!text.includes(from)) throw new Error(`“${from}” is not in the item:\n${text}`);
    await this.editor.fill(text.replace(from, to));
  }
}
