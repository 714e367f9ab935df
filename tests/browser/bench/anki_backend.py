#!/usr/bin/env python3
"""Anki's backend with as many answers as our log has: room, opening, answering. Prints one line of JSON.

usage: anki_backend.py CARDS ANSWERS GRADED
"""

import json
import os
import random
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time

# In this order: the package's modules import each other.
from anki.collection import AddNoteRequest, Collection
from anki.buildinfo import version
from anki.cards import Card
from anki.scheduler.v3 import CardAnswer

CARDS, ANSWERS, GRADED = (int(argument) for argument in sys.argv[1:4])
DAY_MS = 86_400_000
RUNS = 9


def timed(task):
    started = time.perf_counter()
    result = task()
    return (time.perf_counter() - started) * 1000, result


def fill(col):
    """Cards under FSRS, reviewed many times, most of them due by now."""
    col.set_config("fsrs", True)
    conf = col.decks.config_dict_for_deck_id(1)
    conf["new"]["perDay"] = conf["rev"]["perDay"] = 9999
    conf["new"]["delays"] = conf["lapse"]["delays"] = []
    col.decks.update_config(conf)
    kind = col.models.by_name("Basic")
    notes = []
    for number in range(CARDS):
        note = col.new_note(kind)
        note["Front"], note["Back"] = f"question {number}", f"answer {number}"
        notes.append(AddNoteRequest(note=note, deck_id=1))
    col.add_notes(notes)
    return col.sched.today


def fill_log(path, today):
    """Straight into the file, since the backend takes minutes for it. Gives bytes an answer."""
    db = sqlite3.connect(path)
    ids = [row[0] for row in db.execute("select id from cards")]
    before = pages(db)
    now = int(time.time() * 1000)
    rng = random.Random(1)
    step = 3650 * DAY_MS // max(ANSWERS, 1)
    rows = (
        (now - 3650 * DAY_MS + number * step, rng.choice(ids), -1, rng.choice((1, 2, 3, 3, 3, 3, 4)),
         rng.randint(1, 300), rng.randint(1, 300), rng.randint(1300, 3000), rng.randint(1500, 60000), 1)
        for number in range(ANSWERS)
    )
    db.executemany("insert into revlog values (?,?,?,?,?,?,?,?,?)", rows)
    each = (pages(db) - before) / max(ANSWERS, 1)
    # Reviewed, with a memory state, and due today.
    data = json.dumps({"s": 20.0, "d": 5.0, "dr": 0.9})
    db.execute("update cards set type=2, queue=2, ivl=20, reps=50, due=?, data=?", (today, data))
    db.commit()
    db.close()
    return each


def pages(db):
    return db.execute("pragma page_count").fetchone()[0] * db.execute("pragma page_size").fetchone()[0]


def opened(path):
    col = Collection(path)
    col.sched.deck_due_tree()
    return col


def answer(col, rng):
    queued = col.sched.get_queued_cards(fetch_limit=1).cards[0]
    card = Card(col, backend_card=queued.card)
    card.start_timer()
    rating = rng.choice((CardAnswer.AGAIN, CardAnswer.HARD, CardAnswer.GOOD, CardAnswer.GOOD, CardAnswer.EASY))
    built = col.sched.build_answer(card=card, states=queued.states, rating=rating)
    stored, _ = timed(lambda: col.sched.answer_card(built))
    following, _ = timed(lambda: col.sched.get_queued_cards(fetch_limit=1))
    return stored, stored + following


def spread(values):
    values = sorted(values)
    return {"p50": statistics.median(values), "p99": values[min(len(values) - 1, int(len(values) * 0.99))]}


def main():
    folder = tempfile.mkdtemp(prefix="cairn-anki-")
    path = os.path.join(folder, "c.anki2")
    col = Collection(path)
    today = fill(col)
    col.close()
    each = fill_log(path, today)
    starts = []
    for _ in range(RUNS):
        took, col = timed(lambda: opened(path))
        starts.append(took)
        col.close()
    col = Collection(path)
    rng = random.Random(2)
    both = [answer(col, rng) for _ in range(GRADED)]
    col.close()
    shutil.rmtree(folder)
    print(json.dumps({
        "version": version, "cards": CARDS, "answers": ANSWERS, "bytesEach": each,
        "openMs": statistics.median(starts[1:]), "answerMs": spread([b[0] for b in both]), "nextMs": spread([b[1] for b in both]),
    }))


main()
