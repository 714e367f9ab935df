//! The booked exams, the coming week, and the weeks behind.

use leptos::prelude::*;

use crate::app::view::reviews::Nudge;
use crate::app::view::{Calendar, Coming, ExamCard, ExamChance, Share};
use crate::app::{App, Event, ReviewPage, Reviewing, Route, StatisticsQuery};
use crate::ui::Shell;
use crate::ui::parts::sparkline;

/// What stands below today's work.
#[component]
pub(super) fn Today() -> impl IntoView {
    let shell = Shell::of_page();
    let view = shell.memo(App::today_view);
    let exams = Memo::new(move |_| view.with(|v| v.exams.clone()));
    let week = Memo::new(move |_| view.with(|v| v.week.clone()));
    let calendar = Memo::new(move |_| view.with(|v| v.calendar.clone()));
    let nudge = Memo::new(move |_| view.with(|v| v.nudge.clone()));
    view! {
        {move || nudge.with(|of| of.clone().map(|of| look_back(shell, of)))}
        {move || exams.with(|exams| booked(exams))}
        <div class="side-by-side">
            {move || week.with(|days| coming(days))}
            {move || calendar.with(|of| of.as_ref().map(behind))}
        </div>
    }
}

/// A quiet line: a week, month or quarter is over.
fn look_back(shell: Shell, of: Nudge) -> AnyView {
    let last = of.links.len() - 1;
    let links = of
        .links
        .into_iter()
        .enumerate()
        .map(|(place, (words, hash))| {
            let between = match place {
                0 => "",
                place if place == last => " and ",
                _ => ", ",
            };
            view! { {between} <a href=hash>{words}</a> }
        });
    let which = of.which;
    let skip = move |_| shell.dispatch(Event::Reviewing(Reviewing::Skipped(which.clone())));
    view! {
        <p class="look-back" data-nudge>
            <span>"Look back on " {links.collect_view()} "."</span>
            <button class="plain" on:click=skip>"Not this time"</button>
        </p>
    }
    .into_any()
}

fn booked(exams: &[ExamCard]) -> Option<AnyView> {
    let cards = exams.iter().map(card).collect_view();
    let view = view! {
        <section aria-labelledby="booked">
            <h2 id="booked">{if exams.len() == 1 { "Your exam" } else { "Your exams" }}</h2>
            <ul class="exam-cards">{cards}</ul>
        </section>
    };
    (!exams.is_empty()).then(|| view.into_any())
}

fn card(card: &ExamCard) -> impl IntoView + use<> {
    let percent = |percent: u32| format!("{percent} %");
    let (number, words) = match &card.chance {
        ExamChance::Working => (None, "Your chance is being worked out…".to_owned()),
        ExamChance::Words(words) => (None, words.clone()),
        ExamChance::Known(today, planned) => {
            let (from, to) = today.range;
            let then =
                planned.map(|planned| format!(" With your plan kept: {} %.", planned.percent));
            let range = if from == to {
                String::new()
            } else {
                format!(", between {from} and {to} %")
            };
            let words = format!(
                "chance if it were today{range}.{}",
                then.unwrap_or_default()
            );
            (Some(percent(today.percent)), words)
        }
    };
    let expected = card
        .expected
        .map(|expected| format!("On the day you will know about {expected} % of what it asks."));
    let trend = card.trend.clone();
    let label = format!("The last {} weeks: {}", trend.len(), in_words(&trend));
    view! {
        <li class="exam-card" data-exam=card.track.to_string()>
            <p class="exam-card-head">
                <a href=Route::Readiness(card.track.clone()).hash()>{card.name.clone()}</a>
                <span class="quiet">{card.day.clone()} ", " {card.away.clone()}</span>
            </p>
            <div class="exam-card-chance">
                {number.map(|number| view! { <strong>{number}</strong> })}
                <span class="quiet">{words}</span>
                {(trend.iter().flatten().count() > 1).then(|| sparkline(&trend, label))}
            </div>
            {expected.map(|words| view! { <p class="quiet">{words}</p> })}
            {card.gap.clone().map(|words| view! { <p class="gap">{words} " " <a href=Route::Plan.hash()>"Change the plan"</a></p> })}
        </li>
    }
}

fn in_words(trend: &[Option<u32>]) -> String {
    let words = trend.iter().map(|percent| match percent {
        Some(percent) => format!("{percent} %"),
        None => "not known".to_owned(),
    });
    words.collect::<Vec<_>>().join(", ")
}

/// A bar for each of the coming days.
fn coming(days: &[Coming]) -> Option<AnyView> {
    let most = days
        .iter()
        .map(|day| day.minutes.max(day.planned))
        .max()?
        .max(1);
    let bars = days.iter().map(|day| {
        let height = |minutes: u32| format!("{}%", minutes * 100 / most);
        let words = match day.planned {
            0 => format!(
                "{}: {} items, about {} min; a day off",
                day.day, day.due, day.minutes
            ),
            planned => format!(
                "{}: {} items, about {} of {planned} min",
                day.day, day.due, day.minutes
            ),
        };
        let weekday = day.day.chars().take(2).collect::<String>();
        view! {
            <li class:full={day.minutes > day.planned}>
                <span class="visually-hidden">{words.clone()}</span>
                <span class="load" aria-hidden="true" title=words>
                    <span class="load-due" style:height=height(day.minutes)></span>
                    <span class="load-planned" style:bottom=height(day.planned)></span>
                </span>
                <span class="quiet" aria-hidden="true">{weekday}</span>
            </li>
        }
    });
    let due: u32 = days.iter().map(|day| day.due).sum();
    let view = view! {
        <section class="panel-card" aria-labelledby="week">
            <h2 id="week">"The coming week"</h2>
            <ul class="loads">{bars.collect_view()}</ul>
            <p class="quiet">{format!("{due} of the items you know come due. The line is the minutes you have.")}</p>
        </section>
    };
    Some(view.into_any())
}

/// The weeks behind, a square a day.
fn behind(of: &Calendar) -> AnyView {
    let weeks = of.weeks.iter().map(|week| {
        let days = week.iter().map(|day| {
            let class = match day.as_ref().map(|(_, _, share)| *share) {
                None => "day to-come",
                Some(Share::None) => "day",
                Some(Share::Some) => "day some",
                Some(Share::Half) => "day half",
                Some(Share::Full) => "day full",
            };
            let title = day
                .as_ref()
                .map(|(day, minutes, _)| format!("{day}: {minutes} min"));
            view! { <span class=class title=title></span> }
        });
        view! { <span class="calendar-week">{days.collect_view()}</span> }
    });
    view! {
        <section class="panel-card" aria-labelledby="behind">
            <h2 id="behind">"The weeks behind"</h2>
            <div class="calendar" role="img" aria-label=of.words.clone()>{weeks.collect_view()}</div>
            <p class="quiet">{of.week.clone()}</p>
            <p>
                <a href=Route::Reviews(ReviewPage::All).hash()>"Reviews"</a> " · "
                <a href=Route::Statistics(StatisticsQuery::default()).hash()>"All statistics"</a>
            </p>
        </section>
    }
    .into_any()
}
