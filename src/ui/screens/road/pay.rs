//! What comes back: pay now and then, in one currency at a time.

use leptos::prelude::*;

use super::figure::figure;
use super::money::Page;
use super::send;
use crate::app::Roading;
use crate::app::view::road::{PayField, PayOf, SaidRow};
use crate::ui::Shell;

#[component]
pub(super) fn Pays(page: Page) -> impl IntoView {
    let pays =
        Memo::new(move |_| page.with(|p| p.as_ref().map(|p| p.pays.clone()).unwrap_or_default()));
    let codes = Memo::new(move |_| {
        pays.with(|pays| {
            pays.iter()
                .map(|pay| (pay.currency.0.clone(), pay.title.clone()))
                .collect::<Vec<_>>()
        })
    });
    let used = pays.with_untracked(|pays| {
        let used = pays.iter().find(|pay| pay.is_used).or(pays.first());
        used.map(|pay| pay.currency.0.clone())
    });
    let chosen = RwSignal::new(used.unwrap_or_default());
    let here = Memo::new(move |_| {
        let code = chosen.get();
        pays.with(|pays| pays.iter().find(|pay| pay.currency.0 == code).cloned())
    });
    let chip = move |(code, name): (String, String)| {
        let (is_here, to) = (code.clone(), code.clone());
        view! {
            <label class="chip">
                <input type="radio" name="currency" value=code prop:checked=move || chosen.with(|chosen| *chosen == is_here)
                    on:change=move |_| chosen.set(to.clone())/>
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <section aria-labelledby="pay">
            <h2 id="pay">"What comes back"</h2>
            <fieldset class="plain no-print">
                <legend>"You are paid in"</legend>
                <div class="chips">{move || codes.get().into_iter().map(chip).collect_view()}</div>
            </fieldset>
            {move || { chosen.track(); view! { <Pay here/> } }}
        </section>
    }
}

/// Everything of one currency.
#[component]
fn Pay(here: Memo<Option<PayOf>>) -> impl IntoView {
    let shell = Shell::of_page();
    let Some(first) = here.get_untracked() else {
        return ().into_any();
    };
    let money = first.currency.1.clone();
    let field = move |field: PayField| {
        let (of, words) = (field.key.clone(), field.words);
        let value = Memo::new(move |_| {
            here.with(|pay| {
                let mut fields = pay.iter().flat_map(|pay| &pay.fields);
                fields.find(|field| field.key == of)?.figure
            })
        });
        let (path, id) = field.key;
        let put = move |figure| send(shell, Roading::Priced(path.clone(), id.clone(), figure));
        view! {
            <div class="pay-field">
                <span aria-hidden="true">{words}</span>
                {figure(format!("{words}, in {money}"), value, put)}
            </div>
        }
    };
    let lines = Memo::new(move |_| {
        here.with(|pay| {
            pay.as_ref()
                .map(|pay| pay.lines.clone())
                .unwrap_or_default()
        })
    });
    let hint = Memo::new(move |_| here.with(|pay| pay.as_ref().map(|pay| pay.hint.clone())));
    let line = |(name, formula, result): (String, String, String)| {
        view! { <dt>{name}</dt> <dd><strong>{result}</strong> " " <span class="quiet">{format!("= {formula}")}</span></dd> }
    };
    view! {
        <div class="pay-fields">{first.fields.clone().into_iter().map(field).collect_view()}</div>
        <div role="status">
            <dl class="reckoning">{move || lines.get().into_iter().map(line).collect_view()}</dl>
            <p class="quiet">{move || hint.get()}</p>
        </div>
        {(!first.said.is_empty()).then(|| view! { <SaidOf here first/> })}
    }
    .into_any()
}

/// What the paths say of pay in this currency.
#[component]
fn SaidOf(here: Memo<Option<PayOf>>, first: PayOf) -> impl IntoView {
    let shell = Shell::of_page();
    let goal = StoredValue::new(first.goal);
    let rows = (0..).zip(first.said);
    let row = move |(place, first): (usize, SaidRow)| {
        let now = Memo::new(move |_| {
            here.with(|pay| pay.as_ref().and_then(|pay| pay.said.get(place).cloned()))
        });
        let own = Memo::new(move |_| now.with(|row| row.as_ref()?.own.as_ref()?.1));
        let pay = Memo::new(move |_| now.with(|row| row.as_ref()?.pay));
        let name = first.name.clone();
        let take = move || {
            let name = format!("Take it as the pay then: {name}");
            pay.get().map(|pay| {
                let take = move |_| {
                    let (path, id) = goal.get_value();
                    send(shell, Roading::Priced(path, id, Some(pay)));
                };
                view! { <button class="tool" aria-label=name.clone() on:click=take>"Take as pay then"</button> }
            })
        };
        let field = first.own.map(|((path, id), _)| {
            let put = move |figure| send(shell, Roading::Priced(path.clone(), id.clone(), figure));
            figure(format!("Your figure: {}", first.name), own, put)
        });
        view! {
            <tr>
                <th scope="row">{first.name.clone()} <span class="quiet">{first.of}</span> <span class="quiet">{first.when}</span></th>
                <td data-label="A year">{first.amount}</td>
                <td data-label="Yours">{field} {take}</td>
            </tr>
        }
    };
    view! {
        <details>
            <summary>"What your paths say of pay"</summary>
            <p class="quiet">"Figures of the career documents, for a year. They are no promise: look up what is paid where you live. Of a range the \
                middle is taken."</p>
            <table class="ledger">
                <thead><tr><th scope="col">"Post"</th><th scope="col">"A year"</th><th scope="col">"Yours"</th></tr></thead>
                <tbody>{rows.map(row).collect_view()}</tbody>
            </table>
        </details>
    }
}
