//! The report of a sitting: what it says, and what to do with it.

use leptos::prelude::*;

use super::super::study::{Answer, AskedFigure, PartsOf};
use crate::app::view::exams::{
    DomainLine, MissRow, Outcome, ReportView, RoomShown, RoomView, ScoreView, TaskToMark,
};
use crate::app::{Event, Exams};
use crate::review::Reason;
use crate::ui::Shell;
use crate::ui::browser::page;
use crate::ui::parts::{Line, Markdown};

/// Reasons for a miss, with their words.
const REASONS: [(Reason, &str); 6] = [
    (Reason::Fact, "Did not know the fact"),
    (Reason::LookAlike, "Took it for a look-alike"),
    (Reason::MissedKeyword, "Missed the deciding word"),
    (Reason::Misread, "Misread the question"),
    (Reason::Reasoning, "Wrong conclusion"),
    (Reason::Limit, "Did not know the limit or number"),
];

/// The report.
#[component]
pub(super) fn Report(view: Memo<Option<RoomView>>) -> impl IntoView {
    let shell = Shell::of_page();
    let report = Memo::new(move |before: Option<&Option<ReportView>>| {
        let now = view.with(|v| match v.as_ref().map(|v| &v.shown) {
            Some(RoomShown::Report(report)) => Some((**report).clone()),
            _ => None,
        });
        now.or_else(|| before.and_then(Clone::clone))
    });
    let Some(first) = report.get_untracked() else {
        return ().into_any();
    };
    let wanted = Memo::new(move |_| report.with(|r| r.as_ref().map_or(0, |r| r.wanted)));
    let only_misses = RwSignal::new(true);
    // Paper holds every answer with its explanation, opened or not.
    let on_paper = RwSignal::new(false);
    let before = window_event_listener_untyped("beforeprint", move |_| on_paper.set(true));
    let after = window_event_listener_untyped("afterprint", move |_| on_paper.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    let has_misses = first.rows.iter().any(|row| row.outcome != Outcome::Right);
    let rows = first.rows.clone().into_iter().map(|row| {
        let place = row.place;
        let reason = Memo::new(move |_| {
            report.with(|r| {
                r.as_ref()
                    .and_then(|r| r.rows.iter().find(|row| row.place == place)?.reason)
            })
        });
        let is_right = row.outcome == Outcome::Right;
        let is_hidden = move || only_misses.get() && is_right;
        view! { <li hidden=is_hidden>{question(shell, row, reason, on_paper)}</li> }
    });
    let rows = rows.collect_view();
    let tasks = first
        .to_mark
        .clone()
        .into_iter()
        .map(|task| view! { <TaskOf task/> });
    Effect::new(move |_| page::focus("report-head"));
    view! {
        <div class="report">
            {first.score.as_ref().map_or_else(|| nothing().into_any(), |score| head(score, &first).into_any())}
            {(!first.to_mark.is_empty()).then(|| view! {
                <section aria-labelledby="to-mark">
                    <h2 id="to-mark">"Mark these tasks"</h2>
                    <p>"Tick what your solution does. Until then they count as not done."</p>
                    {tasks.collect_view()}
                </section>
            })}
            {facts(&first)}
            {domains(&first.domains)}
            {has_misses.then(|| view! {
                <section class="panel no-print" aria-labelledby="next">
                    <h2 id="next">"Learn from it"</h2>
                    {move || match wanted.get() {
                        0 => view! { <p role="status">"What you missed, and what belongs to it, is asked first in your next sessions."</p> }.into_any(),
                        n => view! {
                            <p>{format!("What you missed and cards on the same tasks, {n} items, can come first in your next sessions.")}</p>
                            <button class="primary" data-wanted on:click=move |_| shell.dispatch(Event::Exams(Exams::Wanted))>"Put them into the plan"</button>
                        }.into_any(),
                    }}
                </section>
            })}
            <section aria-labelledby="questions">
                <h2 id="questions">"Every question"</h2>
                <p class="report-tools no-print">
                    <label class="check"><input type="checkbox" bind:checked=only_misses/> "Only what was not right"</label>
                    <button class="tool" data-print on:click=move |_| page::print()>"Print with every answer"</button>
                </p>
                <ol class="report-questions">{rows}</ol>
            </section>
        </div>
    }
    .into_any()
}

fn nothing() -> impl IntoView {
    view! {
        <h1 id="report-head" tabindex="-1">"No score"</h1>
        <p>"Nothing in this form counts: none of its questions is in the deck any more."</p>
    }
}

fn head(score: &ScoreView, report: &ReportView) -> impl IntoView + use<> {
    let percent = |at: f64| format!("{:.2}%", (at * 100.0).clamp(0.0, 100.0));
    let (from, at, to, pass) = score.scale;
    let label = format!(
        "Score {}, range {} to {}, pass mark {}",
        score.score, score.interval.0, score.interval.1, score.pass
    );
    view! {
        <h1 id="report-head" tabindex="-1" class="score" class:good=score.passes == Some(true) class:bad=score.passes == Some(false)>
            <span class="score-number">{score.score.clone()}</span> " "
            <span class="score-verdict">{score.verdict.clone()}</span>
        </h1>
        <div class="score-bar" role="img" aria-label=label>
            <span class="score-range" style:left=percent(from) style:width=percent(to - from)></span>
            <span class="score-at" style:left=percent(at)></span>
            <span class="score-pass" style:left=percent(pass)></span>
        </div>
        <p>{format!("Pass mark {}. With the same knowledge another form could give {} to {} (90 %). ", score.pass, score.interval.0, score.interval.1)} {score.words.clone()}</p>
        {report.ending.clone().map(|words| view! { <p>{words}</p> })}
        <p class="quiet">{report.day.clone()} ". " {report.scoring.clone()}</p>
    }
}

fn facts(report: &ReportView) -> impl IntoView + use<> {
    let (used, allowed) = report.minutes;
    let time = allowed.map_or_else(
        || format!("{used} minutes"),
        |allowed| format!("{used} of {allowed} minutes"),
    );
    let median = match report.times {
        (Some(right), Some(wrong)) => Some(format!("{right} s when right, {wrong} s when wrong")),
        (Some(only), None) | (None, Some(only)) => Some(format!("{only} s")),
        (None, None) => None,
    };
    let (gained, lost, neither) = report.changes;
    let changed = gained + lost + neither;
    let mut rows = vec![("Time", time)];
    rows.extend(median.map(|words| ("Median for a question", words)));
    if changed > 0 {
        rows.push((
            "Answers changed",
            format!(
                "{changed}: {gained} to right, {lost} from right, {neither} from wrong to wrong"
            ),
        ));
    }
    if report.unscored > 0 {
        rows.push((
            "Not counted",
            format!(
                "{} questions, as the exam tries new ones out",
                report.unscored
            ),
        ));
    }
    if report.resumed > 0 {
        rows.push(("Interrupted", format!("{} times", report.resumed)));
    }
    if report.withdrawn > 0 {
        rows.push((
            "Changed meanwhile",
            format!("{} questions, which count for nothing", report.withdrawn),
        ));
    }
    if report.changed > 0 {
        rows.push((
            "Changed since",
            format!("{} questions, which count as they did", report.changed),
        ));
    }
    let rows = rows
        .into_iter()
        .map(|(name, words)| view! { <div><dt>{name}</dt><dd>{words}</dd></div> });
    view! { <dl class="facts">{rows.collect_view()}</dl> }
}

fn domains(lines: &[DomainLine]) -> impl IntoView + use<> {
    let rows = lines.iter().cloned().map(|line| {
        view! {
            <tr>
                <th scope="row">{line.name}</th>
                <td>{format!("{} %", line.weight)}</td>
                <td>{line.questions}</td>
                <td class:bad=line.is_below>
                    {format!("{} %", line.percent)}
                    <span class="meter" aria-hidden="true"><span style:width=format!("{}%", line.percent)></span></span>
                </td>
            </tr>
        }
    });
    view! {
        <section aria-labelledby="domains">
            <h2 id="domains">"By domain"</h2>
            <div class="wide"><table class="domains">
                <thead><tr><th scope="col">"Domain"</th><th scope="col">"Weight"</th><th scope="col">"Questions"</th><th scope="col">"Right"</th></tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table></div>
        </section>
    }
}

fn question(
    shell: Shell,
    row: MissRow,
    reason: Memo<Option<Reason>>,
    on_paper: RwSignal<bool>,
) -> impl IntoView {
    let place = row.place;
    let (class, words) = match row.outcome {
        Outcome::Right => ("right", "Right"),
        Outcome::Wrong => ("wrong", "Wrong"),
        Outcome::Unanswered => ("wrong", "No answer"),
    };
    let is_miss = row.outcome == Outcome::Wrong;
    let stored = Memo::new(move |_| row.question.clone());
    let stem = stored.with_untracked(|q| q.as_ref().map(|q| q.stem.clone()));
    let is_open = RwSignal::new(false);
    // Sixty answers with their explanations take their time: each is made when it is looked at.
    let is_made = Memo::new(move |before| before == Some(&true) || is_open.get() || on_paper.get());
    let chosen = move || {
        REASONS
            .iter()
            .position(|(of, _)| reason.get() == Some(*of))
            .map_or_else(String::new, |at| at.to_string())
    };
    let options = REASONS.iter().enumerate().map(move |(at, (of, words))| {
        view! { <option value=at.to_string() selected=move || reason.get() == Some(*of)>{*words}</option> }
    });
    let options = options.collect_view();
    view! {
        <details class="report-question" prop:open=move || on_paper.get() || is_open.get_untracked()
            on:toggle:target=move |ev| if !on_paper.get_untracked() { is_open.set(ev.target().open()) }>
            <summary>
                <span class="list-number">{place + 1}</span>
                <span class="list-words">{row.words}</span>
                <span class=format!("outcome {class}")>{words}</span>
                <span class="quiet list-extra">{row.task} {(!row.is_scored).then_some(" · not counted")} {row.is_flagged.then_some(" · flagged")} {format!(" · {} s", row.seconds)}</span>
            </summary>
            {is_miss.then(|| view! {
                <label class="reason no-print">"Why? "
                    <select prop:value=chosen on:change:target=move |ev| {
                        let of = ev.target().value().parse::<usize>().ok().and_then(|at| REASONS.get(at)).map(|(of, _)| *of);
                        shell.dispatch(Event::Exams(Exams::Tagged(place, of)));
                    }>
                        <option value="">"Say why you missed it"</option>
                        {options}
                    </select>
                </label>
            })}
            {(!row.note.is_empty()).then(|| view! { <p class="quiet">"Your note: " {row.note}</p> })}
            {move || is_made.get().then(|| match stem.clone() {
                Some(stem) => view! {
                    <article class="question">
                        <div class="stem"><Markdown blocks=stem/></div>
                        <AskedFigure question=stored/>
                        <PartsOf question=stored/>
                        <Answer question=stored/>
                    </article>
                }.into_any(),
                None => view! {
                    <p class="quiet">"This question was changed or taken out of the deck since. It counts as it was marked then."</p>
                }.into_any(),
            })}
        </details>
    }
}

/// A task and its checklist.
#[component]
fn TaskOf(task: TaskToMark) -> impl IntoView {
    let shell = Shell::of_page();
    let met = RwSignal::new(Vec::<u16>::new());
    let place = task.place;
    let checks = task
        .checks
        .into_iter()
        .zip(0_u16..)
        .map(move |((text, points), at)| {
            view! {
                <li>
                    <label class="criterion">
                        <input type="checkbox" prop:checked=move || met.with(|met| met.contains(&at)) on:change:target=move |ev| met.update(|met| {
                            met.retain(|of| *of != at);
                            if ev.target().checked() {
                                met.push(at);
                                met.sort_unstable();
                            }
                        })/>
                        <span class="option-text"><Line blocks=text/></span>
                        <span class="points">{points}</span>
                    </label>
                </li>
            }
        });
    view! {
        <article class="panel">
            <div class="stem"><Markdown blocks=task.stem/></div>
            {(!task.note.is_empty()).then(|| view! { <p><strong>"You wrote: "</strong> {task.note}</p> })}
            <details><summary>"A model solution"</summary><Markdown blocks=task.model/></details>
            <ul class="rubric">{checks.collect_view()}</ul>
            <button class="primary" on:click=move |_| shell.dispatch(Event::Exams(Exams::Marked(place, met.get_untracked())))>"Count it so"</button>
        </article>
    }
}
