// The benchmark's figures as a table, beside what they should be.

const ms = (value) => (value === null || value === undefined ? '–' : `${value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)} ms`);

const thousands = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ',');

function rows(head, lines) {
  const all = [head, ...lines].map((line) => line.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  const shown = all.map((line) => line.map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join('  '));
  return [shown[0], widths.map((width) => '-'.repeat(width)).join('  '), ...shown.slice(1)].join('\n');
}

/** What the project wants of a size. */
const TARGETS = {
  50_000: { fromSnapshot: 150, replay: 150 },
  1_000_000: { fromSnapshot: 700, replay: 4_000 },
};

const verdict = (value, target) => (target === undefined ? '' : ` ${value < target ? '(<' : '(NOT <'} ${target})`);

function start(result, how) {
  const run = result[how];
  return run ? `${ms(run.median)}${verdict(run.median, TARGETS[result.answers]?.[how])}` : '–';
}

function room(results) {
  const head = ['answers', 'texts', 'code units', 'an answer', 'bytes an answer', 'snapshot kB'];
  return rows(head, results.map((r) => [
    thousands(r.answers), r.texts, thousands(r.units), r.unitsEach?.toFixed(3) ?? '–', r.unitsEach ? (2 * r.unitsEach).toFixed(2) : '–',
    r.snapshot ? Math.round(r.snapshot.bytes / 1_000) : '–',
  ]));
}

function starts(results) {
  const head = ['answers', 'by replay', 'slowest', 'longest task', 'from snapshot', 'slowest', 'longest task', 'over the empty log'];
  const empty = results.find((r) => r.answers === 0)?.replay.median;
  return rows(head, results.map((r) => [
    thousands(r.answers), start(r, 'replay'), ms(r.replay.slowest), ms(r.replay.longest),
    start(r, 'fromSnapshot'), ms(r.fromSnapshot?.slowest), ms(r.fromSnapshot?.longest),
    empty && r.fromSnapshot ? ms(r.fromSnapshot.median - empty) : '–',
  ]));
}

/** When a start passed the app's own marks. */
function steps(results) {
  const lines = results.flatMap((r) => ['replay', 'fromSnapshot'].filter((how) => r[how]).map((how) => {
    const passed = Object.entries(r[how].marks).map(([name, at]) => `${name.replace('cairn-', '')} ${ms(at)}`);
    return `${thousands(r.answers)} ${how === 'replay' ? 'by replay' : 'from the snapshot'}: ${passed.join(', ')}, usable ${ms(r[how].median)}`;
  }));
  return lines.join('\n');
}

function appends(results) {
  const head = ['answers', 'write p50', 'p99', 'key to stored p50', 'p99', 'key to next p50', 'p99', 'key to “Saved” p50', 'p99', 'largest write', 'tasks > 50 ms'];
  return rows(head, results.filter((r) => r.append).map(({ answers, append: a }) => [
    thousands(answers), ms(a.write.p50), ms(a.write.p99), ms(a.stored.p50), `${ms(a.stored.p99)}${verdict(a.stored.p99, 2)}`,
    ms(a.next.p50), ms(a.next.p99), ms(a.safe.p50), ms(a.safe.p99), `${thousands(a.largestBytes)} B`,
    a.long.length ? `${a.long.length}, up to ${ms(Math.max(...a.long))}` : '0',
  ]));
}

function beside(results, anki) {
  const largest = results.at(-1);
  const line = (what, ours, theirs, unit) => [what, `${ours.toFixed(2)} ${unit}`, `${theirs.toFixed(2)} ${unit}`, (ours / theirs).toFixed(3)];
  const lines = [line('room an answer', 2 * largest.unitsEach, anki.bytesEach, 'B')];
  if (largest.fromSnapshot) lines.push(line('start (Anki: open and count what is due)', largest.fromSnapshot.median, anki.openMs, 'ms'));
  if (largest.append) {
    lines.push(line('an answer, p50', largest.append.stored.p50, anki.answerMs.p50, 'ms'));
    lines.push(line('an answer, p99', largest.append.stored.p99, anki.answerMs.p99, 'ms'));
    lines.push(line('an answer and the next question, p50', largest.append.next.p50, anki.nextMs.p50, 'ms'));
  }
  return `${rows(['', 'Cairn', `Anki ${anki.version}`, 'ratio'], lines)}`;
}

export function table(results, real, anki) {
  const parts = [
    ['Room in local storage (two bytes a code unit; as much again in IndexedDB)', `${room(results)}\n\na real log of ${real ? `${thousands(real.answers)} answers: ${real.unitsEach.toFixed(3)} code units an answer${verdict(real.unitsEach, 2.4)}` : 'was not made'}`],
    ['Start, from navigation to a start page that can be used (medians)', starts(results)],
    ['Steps of a start, from navigation (medians)', steps(results)],
    ['An answer (“write” is the call to local storage alone)', appends(results)],
    ['Beside Anki’s backend, in the same run', anki ? beside(results, anki) : 'Anki is not installed: pip install anki, and set ANKI_PYTHON to that Python'],
  ];
  return parts.map(([title, text]) => `${title}\n\n${text}\n`).join('\n');
}
