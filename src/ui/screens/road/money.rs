//! What the roadmap costs.

use leptos::prelude::*;

use super::figure::figure;
use super::pay::Pays;
use super::{View, send};
use crate::app::view::road::{AmountRow, FeeRow, MoneyPage, MonthsOf, RoadBody, SumRow};
use crate::app::{RoadPage, Roading, Route};
use crate::ui::Shell;
use crate::ui::parts::months;

/// The page of money as far as it is there.
pub(super) type Page = Memo<Option<MoneyPage>>;

#[component]
pub(super) fn Money(view: View) -> impl IntoView {
    let page: Page = Memo::new(move |_| {
        view.with(|v| match v.as_ref().map(|v| &v.body) {
            Some(RoadBody::Money(page)) => Some((**page).clone()),
            _ => None,
        })
    });
    let of = move |f: fn(&MoneyPage) -> Vec<SumRow>| {
        Memo::new(move |_| page.with(|p| p.as_ref().map(f).unwrap_or_default()))
    };
    let sums = of(|page| page.sums.clone());
    let coming =
        Memo::new(move |_| page.with(|p| p.as_ref().map(|p| p.months.clone()).unwrap_or_default()));
    view! {
        <div class="money">
            <section aria-labelledby="sums">
                <h2 id="sums">"What it costs"</h2>
                {move || sums.with(Vec::is_empty).then(|| view! {
                    <p>"Nothing on your roadmap has a fee. Put an exam on it, and its fee stands here."</p>
                })}
                <div class="sums">{move || sums.get().into_iter().map(sum).collect_view()}</div>
                {move || (sums.with(Vec::len) > 1).then(|| view! {
                    <p class="quiet">"Currencies are not mixed: each has its own sums."</p>
                })}
            </section>
            {move || coming.get().iter().map(coming_months).collect_view()}
            <Fees page/>
            <Amounts page/>
            <Pays page/>
        </div>
    }
}

fn sum(row: SumRow) -> impl IntoView {
    let lines = row.lines.into_iter();
    let lines = lines.map(|(name, amount)| view! { <dt>{name}</dt> <dd>{amount}</dd> });
    view! {
        <div class="sum">
            <h3>{row.currency}</h3>
            <dl class="facts">{lines.collect_view()}</dl>
            {row.per_month.map(|words| view! { <p>{words}</p> })}
        </div>
    }
}

/// Bars and a table for the months to come.
fn coming_months(of: &MonthsOf) -> Option<impl IntoView + use<>> {
    let most = of.rows.iter().max_by_key(|row| row.cents)?;
    if most.cents == 0 {
        return None;
    }
    let words = format!("The most in one month: {} in {}.", most.amount, most.name);
    let bars: Vec<_> = of
        .rows
        .iter()
        .map(|row| (row.year.clone(), row.cents))
        .collect();
    let paid = of
        .rows
        .iter()
        .filter(|row| row.cents > 0 || !row.exams.is_empty());
    let rows = paid.map(|row| {
        view! { <tr><th scope="row">{row.name.clone()}</th><td class="amount">{row.amount.clone()}</td><td>{row.exams.clone()}</td></tr> }
    });
    let id = format!("months-{}", of.currency.to_lowercase().replace(' ', "-"));
    Some(view! {
        <section aria-labelledby=id.clone()>
            <h2 id=id.clone()>{format!("Month by month, in {}", of.currency)}</h2>
            <p>{words}</p>
            {months(&bars, most.amount.clone())}
            <details>
                <summary>"The same as a table"</summary>
                <div class="wide"><table>
                    <thead><tr><th scope="col">"Month"</th><th scope="col">"To pay"</th><th scope="col">"Exams"</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table></div>
            </details>
        </section>
    })
}

#[component]
fn Fees(page: Page) -> impl IntoView {
    let shell = Shell::of_page();
    let rows =
        Memo::new(move |_| page.with(|p| p.as_ref().map(|p| p.fees.clone()).unwrap_or_default()));
    let keys = Memo::new(move |_| {
        rows.with(|rows| rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>())
    });
    let unknown = Memo::new(move |_| page.with(|p| p.as_ref().and_then(|p| p.unknown.clone())));
    view! {
        {move || (!keys.with(Vec::is_empty)).then(|| view! {
            <section aria-labelledby="fees">
                <h2 id="fees">"Fees of exams"</h2>
                <p class="quiet">"In US dollars, as the vendors publish them today, without tax. If you pay another amount, write it; empty the field to go \
                    back. A second attempt is not counted."</p>
                {move || unknown.get().map(|words| view! { <p class="warn">{words}</p> })}
                <table class="ledger">
                    <thead><tr><th scope="col">"Exam"</th><th scope="col">"Fee today"</th><th scope="col">"Your figure"</th><th scope="col">"Paid"</th></tr></thead>
                    <tbody><For each=move || keys.get() key=Clone::clone let:key><Fee shell rows key/></For></tbody>
                </table>
            </section>
        })}
    }
}

#[component]
fn Fee(shell: Shell, rows: Memo<Vec<FeeRow>>, key: (String, String)) -> impl IntoView {
    let of = key.clone();
    let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.key == of).cloned()));
    let Some(first) = row.get_untracked() else {
        return ().into_any();
    };
    let own = Memo::new(move |_| row.with(|row| row.as_ref().and_then(|row| row.own)));
    let facts = Memo::new(move |_| row.with(|row| row.as_ref().map(|row| row.facts.clone())));
    let paid =
        Memo::new(move |_| row.with(|row| row.as_ref().map(|row| (row.paid.clone(), row.is_sat))));
    let put = {
        let (path, id) = key.clone();
        move |figure| send(shell, Roading::Priced(path.clone(), id.clone(), figure))
    };
    let (name, paid_key) = (first.name.clone(), first.paid_key.clone());
    let path = key.0.clone();
    let tick = move |is_paid: bool| {
        let (path, id, nothing) = (path.clone(), paid_key.clone(), String::new);
        send(
            shell,
            if is_paid {
                Roading::Ticked(path, id, shell.today(), nothing(), nothing())
            } else {
                Roading::Unticked(path, id)
            },
        );
    };
    let (check, entry) = (name.clone(), key.1.clone());
    let paid_cell = move || match paid.get() {
        Some((Some(day), true)) => {
            view! { <span class="quiet">{format!("Sat on {day}")}</span> }.into_any()
        }
        Some((day, _)) => {
            let (tick, name) = (tick.clone(), format!("The fee of {check} is paid"));
            let is_paid = day.is_some();
            view! {
                <label class="check">
                    <input type="checkbox" aria-label=name prop:checked=is_paid on:change:target=move |ev| tick(ev.target().checked())/>
                    <span class="quiet">{day}</span>
                </label>
            }.into_any()
        }
        None => ().into_any(),
    };
    view! {
        <tr data-fee=entry>
            <th scope="row">
                <a href=Route::Road(RoadPage::Entry(key.0, key.1)).hash()>{name.clone()}</a>
                <span class="quiet">{move || facts.get()}</span>
            </th>
            <td data-label="Fee today">
                {first.today.clone().unwrap_or_else(|| "not known".to_owned())}
                {(!first.then.is_empty()).then(|| view! { <span class="quiet">{format!("the plan had {}", first.then)}</span> })}
            </td>
            <td data-label="Your figure">{figure(format!("What you pay for {name}, in US dollars"), own, put)}</td>
            <td data-label="Paid">{paid_cell}</td>
        </tr>
    }
    .into_any()
}

#[component]
fn Amounts(page: Page) -> impl IntoView {
    let shell = Shell::of_page();
    let rows = Memo::new(move |_| {
        page.with(|p| p.as_ref().map(|p| p.amounts.clone()).unwrap_or_default())
    });
    let keys = Memo::new(move |_| {
        rows.with(|rows| rows.iter().map(|row| row.key.clone()).collect::<Vec<_>>())
    });
    view! {
        {move || (!keys.with(Vec::is_empty)).then(|| view! {
            <section aria-labelledby="amounts">
                <h2 id="amounts">"Courses and other amounts"</h2>
                <p class="quiet">"What your paths count with. Of a range the middle is counted, spread over its months, until you write your own figure."</p>
                <table class="ledger">
                    <thead><tr><th scope="col">"What for"</th><th scope="col">"The path says"</th><th scope="col">"Your figure"</th></tr></thead>
                    <tbody><For each=move || keys.get() key=Clone::clone let:key><Amount shell rows key/></For></tbody>
                </table>
            </section>
        })}
    }
}

#[component]
fn Amount(shell: Shell, rows: Memo<Vec<AmountRow>>, key: (String, String)) -> impl IntoView {
    let of = key.clone();
    let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.key == of).cloned()));
    let Some(first) = row.get_untracked() else {
        return ().into_any();
    };
    let own = Memo::new(move |_| row.with(|row| row.as_ref().and_then(|row| row.own)));
    let words = Memo::new(move |_| {
        row.with(|row| {
            row.as_ref()
                .map(|row| (row.facts.clone(), row.counted.clone()))
        })
    });
    let (path, id) = key.clone();
    let put = move |figure| send(shell, Roading::Priced(path.clone(), id.clone(), figure));
    view! {
        <tr data-amount=key.1>
            <th scope="row">
                {first.name.clone()}
                <span class="quiet">{move || words.get().map(|words| words.0)}</span>
            </th>
            <td data-label="The path says">
                {first.said.clone()}
                <span class="quiet">{move || words.get().map(|words| words.1)}</span>
            </td>
            <td data-label="Your figure">{figure(format!("What you pay: {}", first.name), own, put)}</td>
        </tr>
    }
    .into_any()
}
