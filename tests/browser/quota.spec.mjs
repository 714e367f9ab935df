// Promise: before the browser's storage for the page is full the learner is told, and studying goes on.
// Must not: warn too early, or go on warning when there is room again.
// Changes: takes most of local storage away with a value of somebody else. What happens when it is full is in storage-trouble.spec.

import { expect, test } from './fixtures.mjs';
import { QUOTA, leave, put, remove } from './log.mjs';

const take = (page, percent) => put(page, 'somebody-else', 'x'.repeat((QUOTA * percent) / 100));

test('from 80 % on it is said, and answers are kept all the same', async ({ page, start, study, data }) => {
  await start.visit();
  // From the data page on the app has all its screens, the look at the storage among them.
  await data.enter();
  await leave(page);
  await take(page, 75);
  await start.visit();
  await data.enter();
  await expect(data.notice).toHaveCount(0);

  await leave(page);
  await take(page, 85);
  await start.visit();
  await data.enter();
  await expect(data.notice).toContainText('The browser\'s storage for this page is 85 % full.');
  await expect(data.notice).toContainText('Nothing is lost.');
  await start.enter();
  await expect(start.notice).toContainText('85 % full');
  await start.pick('aws-saa-c03');
  await study.settled();
  for (let n = 0; n < 3; n++) await study.answerWith('Good');
  await expect(study.notice).toHaveCount(0);
  await expect(study.saved).toHaveText('Saved');
  await page.reload();
  await data.enter();
  await data.expectKept(3, 3);

  await leave(page);
  await remove(page, 'somebody-else');
  await start.visit();
  await data.enter();
  await data.expectKept(3, 3);
  await expect(data.notice).toHaveCount(0);
});
