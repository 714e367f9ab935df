// Promise: a note is written and an item of one's own is edited where it is met, and the session goes on with it.
// Must not: lose a note or an edit to a grade, a key, another screen or a reload; save what would break the deck; give the
// answer away by the note; offer to edit what comes with Cairn; need the mouse.
// Changes: writes notes to items of AWS SAA-C03, brings the deck of all kinds and edits items of it.

import { expect, test } from './fixtures.mjs';
import { InPlace } from './pages/in_place.mjs';
import { LibraryPage } from './pages/library.mjs';
import { sample } from './samples/read.mjs';

const TRACK = 'aws-saa-c03';

// The small module of a first visit has neither notes nor editor; a screen that it lacks brings the whole one.
test.beforeEach(async ({ page, decks }) => {
  await page.goto('./#/decks');
  await decks.screen.waitFor();
});

test('a note written while studying is on the page of the item, and after a reload', async ({ page, study }) => {
  const here = new InPlace(page);
  await study.visit(TRACK);
  const item = await study.item();
  await study.reveal();
  await page.keyboard.press('n');
  await expect(here.note).toBeFocused();
  // Letters that are keys elsewhere are letters here.
  await page.keyboard.type('fun: bus 3');
  await page.keyboard.press('Enter');
  await page.keyboard.type('second line');
  await page.keyboard.press('Control+Enter');
  await expect(here.open).toHaveCount(0);
  await expect(here.shown).toHaveText('fun: bus 3\nsecond line');
  await expect(study.revealed, 'no key was taken for one of the session').toHaveAttribute('data-item', item);
  await expect(study.flag).toHaveAttribute('aria-pressed', 'false');
  const library = new LibraryPage(page);
  await page.goto(`./#/item/${item}`);
  await expect(library.item.getByLabel('Your note')).toHaveValue('fun: bus 3\nsecond line');
  await page.reload();
  await expect(library.item.getByLabel('Your note')).toHaveValue('fun: bus 3\nsecond line');
  await page.goto(`./#/study/${TRACK}`);
  // The note says what the question asks for, so it is not there with the question.
  await study.asking.waitFor();
  expect(await study.item()).toBe(item);
  await expect(here.shown).toHaveCount(0);
  await expect(here.noteTool).toHaveAccessibleName(/^Note ?, written$/);
  await study.reveal();
  await expect(here.shown).toBeVisible();
});

test('grading with the field open keeps the note, and undo still takes the answer back', async ({ page, study }) => {
  const here = new InPlace(page);
  await study.visit(TRACK);
  const item = await study.item();
  await study.reveal();
  await here.noteTool.click();
  await expect(here.note).toBeFocused();
  await page.keyboard.type('not lost');
  await study.grade('Good').click();
  await expect(study.asking).not.toHaveAttribute('data-item', item);
  await expect(here.open, 'the next item has its own note').toHaveCount(0);
  await page.keyboard.press('u');
  await expect(study.asking).toHaveAttribute('data-item', item);
  await study.reveal();
  await expect(here.shown).toHaveText('not lost');
});

test('Escape leaves the field with the note kept, and gives the keys back', async ({ page, study }) => {
  const here = new InPlace(page);
  await study.visit(TRACK);
  const item = await study.item();
  await page.keyboard.press('n');
  await page.keyboard.type('kept');
  await page.keyboard.press('Escape');
  await expect(here.open).toHaveCount(0);
  await expect(study.heading, 'the keys are those of the question again').toBeFocused();
  await expect(study.asking).toHaveAttribute('data-item', item);
  await page.keyboard.press('f');
  await expect(study.flag).toHaveAttribute('aria-pressed', 'true');
  await study.reveal();
  await expect(here.shown).toHaveText('kept');
});

test('a page that is closed in the middle of a note has it', async ({ page, study }) => {
  const here = new InPlace(page);
  await study.visit(TRACK);
  const item = await study.item();
  await page.keyboard.press('n');
  await expect(here.note).toBeFocused();
  await page.keyboard.type('half a thought');
  await page.reload();
  await study.settled();
  await page.goto(`./#/item/${item}`);
  await expect(page.getByRole('textbox', { name: 'Your note' })).toHaveValue('half a thought');
});

test('nothing above moves when the field opens', async ({ page, study }) => {
  const here = new InPlace(page);
  await study.visit(TRACK);
  const top = () => study.stem.evaluate((stem) => stem.getBoundingClientRect().top + scrollY);
  const before = await top();
  await here.noteTool.click();
  await expect(here.note).toBeInViewport();
  expect(await top()).toBe(before);
  const bar = await page.locator('.actions').boundingBox();
  const field = await here.note.boundingBox();
  expect(field.y + field.height, 'the buttons do not cover it').toBeLessThanOrEqual(bar.y);
});

test.describe('an item of one’s own', () => {
  test.beforeEach(async ({ decks, study }) => {
    await decks.bring('kinds.md', sample('kinds.md'));
    await study.visit('kinds');
    await expect(study.asking).toHaveAttribute('data-item', 'kinds/a-card');
  });

  test('is edited by keys alone, and the changed text is asked', async ({ page, study }) => {
    const here = new InPlace(page);
    await page.keyboard.press('e');
    await expect(here.editor).toBeFocused();
    await expect(here.editor).toHaveValue(/^## A card \{#a-card \.card\}\n\nWhich port/);
    await page.keyboard.press('Control+Home');
    for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    await page.keyboard.type(' Think of TLS.');
    await page.keyboard.press('Control+Enter');
    await expect(study.stem).toHaveText('Which port does HTTPS use? Think of TLS.');
    await expect(study.asking).toBeVisible();
    await expect(here.open).toHaveCount(0);
    await study.answerWith('Good');
    await expect(study.asking).not.toHaveAttribute('data-item', 'kinds/a-card');
    // The small module starts the page once more for the whole one, since there is an own deck; that must be over.
    await page.reload();
    await study.settled();
    await page.goto('./#/item/kinds/a-card');
    const library = new LibraryPage(page);
    await expect(library.item.locator('.stem')).toHaveText('Which port does HTTPS use? Think of TLS.');
    await expect(library.item.getByRole('row', { name: /Good/ }), 'its history is its own still').toHaveCount(1);
  });

  test('shows its answer anew when that is what was edited', async ({ page, study }) => {
    const here = new InPlace(page);
    await study.reveal();
    await here.editTool.click();
    await here.change('Ports below 1024', 'All ports below 1024');
    await here.save.click();
    await expect(study.answer).toContainText('All ports below 1024 need privileges.');
    await expect(study.revealed).toHaveAttribute('data-item', 'kinds/a-card');
    await page.keyboard.press('3');
    await expect(study.asking).not.toHaveAttribute('data-item', 'kinds/a-card');
  });

  test('that would be broken is not saved, and nothing of it is lost', async ({ page, study }) => {
    const here = new InPlace(page);
    await page.keyboard.press('e');
    await here.change('https://www', 'http://www');
    await page.keyboard.press('Control+Enter');
    await expect(here.words).toContainText('nothing was saved');
    await expect(here.problems).toHaveCount(1);
    await expect(here.problems).toContainText('line 11, column 27');
    await expect(here.problems).toContainText('http://www.iana.org');
    await expect(here.problems).toContainText('Link to a page with `https://`.');
    await expect(here.editor).toBeFocused();
    await here.change('#a-card', '#my-card');
    await here.save.click();
    await expect(here.words).toContainText('`#a-card` has become `#my-card`');
    // A key that leaves the item waits, and so does Escape: it asks first.
    await here.editor.blur();
    await page.keyboard.press('b');
    await expect(here.words).toContainText('Save your changes first');
    await expect(here.editor).toHaveValue(/#my-card/);
    await page.goto('./#/library');
    await page.goBack();
    await expect(here.editor).toHaveValue(/http:\/\/www/);
    await here.change('#my-card', '#a-card');
    await here.change('http://www', 'https://example');
    await here.save.click();
    await expect(here.open).toHaveCount(0);
    await study.reveal();
    await expect(study.references).toHaveAttribute('href', /^https:\/\/example/);
  });

  test('stays as it was when the changes are thrown away, which Escape does at the second time', async ({ page, study }) => {
    const here = new InPlace(page);
    await page.keyboard.press('e');
    await page.keyboard.press('Escape');
    await expect(here.open).toHaveCount(0);
    await page.keyboard.press('e');
    await page.keyboard.type('x');
    await page.keyboard.press('Escape');
    await expect(here.words).toContainText('Once more throws your changes away');
    await expect(here.throwAway).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(here.open).toHaveCount(0);
    await expect(study.asking).toHaveAttribute('data-item', 'kinds/a-card');
    await expect(study.stem).toHaveText('Which port does HTTPS use?');
    await expect(study.heading).toBeFocused();
  });

  test('is edited on its own page, too', async ({ page }) => {
    const here = new InPlace(page);
    const library = new LibraryPage(page);
    await page.goto('./#/item/kinds/c-single');
    await here.editTool.click();
    await here.change('One of four', 'A private address');
    await here.save.click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A private address');
    await expect(here.editTool).toBeFocused();
    await library.visit('?words=private%20address&track=kinds');
    await expect(library.rows).toHaveCount(1);
    await expect(library.rows).toContainText('A private address');
  });
});

test('an item that comes with Cairn cannot be edited', async ({ page, study }) => {
  const here = new InPlace(page);
  await study.visit(TRACK);
  await expect(here.noteTool).toBeVisible();
  await expect(here.editTool).toHaveCount(0);
  await page.keyboard.press('e');
  await expect(here.open).toHaveCount(0);
  await page.goto(`./#/item/${await study.item()}`);
  await expect(page.locator('.item-deeds')).toBeVisible();
  await expect(here.editTool).toHaveCount(0);
});
