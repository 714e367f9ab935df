//! What is drawn of a question: some with the question, more with its answer.

use leptos::prelude::*;

use crate::app::view::QuestionView;
use crate::app::view::drawing::Drawing;
use crate::ui::parts::figure;

/// What is drawn below the question.
#[component]
pub(in super::super) fn AskedFigure(question: Memo<Option<QuestionView>>) -> impl IntoView {
    let asked = of(question, |question| question.figures.asked.clone());
    move || asked.get().map(figure)
}

/// What is drawn with the answer.
#[component]
pub(in super::super) fn WorkedFigure(question: Memo<Option<QuestionView>>) -> impl IntoView {
    let worked = of(question, |question| question.figures.worked.clone());
    move || worked.get().map(figure)
}

/// Drawn again only when it is another.
fn of(
    question: Memo<Option<QuestionView>>,
    which: fn(&QuestionView) -> Option<Drawing>,
) -> Memo<Option<Drawing>> {
    Memo::new(move |_| question.with(|question| question.as_ref().and_then(which)))
}
