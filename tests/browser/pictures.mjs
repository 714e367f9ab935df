// How pictures are taken, so that they are the same each time.

/** Fonts of fixed shapes (Liberation, which is installed with Chromium on Debian), and no dates in the browser's own words. */
export const FONTS = ':root { --font: "Liberation Sans"; --font-code: "Liberation Mono"; } input[type=date] { color: transparent !important; }';

/** Nothing moves, nothing blinks, and one pixel of a hundred may differ. */
export const STILL = { animations: 'disabled', caret: 'hide', scale: 'css', maxDiffPixelRatio: 0.01 };
