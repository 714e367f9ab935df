//! Reviews: what is due, every review that was held, and one of them.

mod figures;
mod list;
mod notes;
mod one;
mod proposal;

use leptos::prelude::*;

use crate::app::view::reviews::{ReviewView, ReviewsView};
use crate::app::{App, Event, Reviewing};
use crate::ui::Shell;

/// The view of one review.
pub(super) type One = Memo<Option<ReviewView>>;

/// The view of the list.
pub(super) type All = Memo<Option<ReviewsView>>;

/// The list, or one review: another one is another screen.
#[component]
pub(crate) fn ReviewsScreen() -> impl IntoView {
    let shell = Shell::of_page();
    let all: All = shell.memo_by(App::reviews_basis, App::reviews_view);
    let one: One = shell.memo_by(App::reviews_basis, App::review_view);
    let is_one = one.with_untracked(Option::is_some);
    view! {
        <div class="reviews" data-screen="reviews">
            {if is_one {
                view! { <one::Review view=one/> }.into_any()
            } else {
                view! { <list::List view=all/> }.into_any()
            }}
        </div>
    }
}

/// Hands over what the learner did.
pub(super) fn send(shell: Shell, event: Reviewing) {
    shell.dispatch(Event::Reviewing(event));
}
