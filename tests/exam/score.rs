//! Each scoring family against marks worked out by hand.

use crate::hall::Hall;
use cairn::exam::{Report, Request};
use cairn::review::{Ending, Step};

fn mock(hall: &Hall) -> Request {
    Request {
        all_scored: false,
        ..Request::mock(&hall.track)
    }
}

/// A full form of which the first so many scored questions are right.
fn report(hall: &mut Hall, right: usize) -> Report {
    let request = mock(hall);
    let form = hall.draw(&request, 11).expect("a form");
    let scored: Vec<bool> = form.places.iter().map(|place| place.is_scored).collect();
    let mut left = right;
    let sitting = hall.sit(form, |place| {
        let is_right = scored[place] && left > 0;
        left -= usize::from(is_right);
        is_right
    });
    Report::of(&sitting, &hall.library, &hall.track)
}

#[test]
fn aws_scales_all_or_nothing_answers_of_which_some_do_not_count() {
    // 35 of 50 is the cut of 70 percent: 720. 25 of 50: 100 + 620 * (.5 / .7) = 542.857. 45 of 50: 720 + 280 * (.2 / .3) = 906.667.
    for (right, score, passes) in [
        (0, 100, false),
        (25, 543, false),
        (34, 702, false),
        (35, 720, true),
        (45, 907, true),
        (50, 1000, true),
    ] {
        let mut hall = Hall::of("aws-saa-c03");
        let report = report(&mut hall, right);
        let found = report.score.expect("a score");
        let scaled = found.scaled.expect("a scale");
        assert_eq!(
            (scaled.score, scaled.pass, scaled.scale),
            (score, 720, (100, 1000)),
            "{right}"
        );
        assert_eq!(
            (found.questions, report.passes(), found.is_estimate),
            (50, Some(passes), true)
        );
        assert!(scaled.from <= score && score <= scaled.to);
    }
}

#[test]
fn answers_that_do_not_count_change_nothing() {
    let mut hall = Hall::of("aws-saa-c03");
    let form = hall.draw(&mock(&hall), 11).expect("a form");
    let scored: Vec<bool> = form.places.iter().map(|place| place.is_scored).collect();
    let sitting = hall.sit(form, |place| !scored[place]);
    let report = Report::of(&sitting, &hall.library, &hall.track);
    assert!(report.score.expect("a score").share < 1e-12);
}

#[test]
fn the_professional_exams_pass_at_750() {
    // DOP-C02: 65 of 75 count, cut 72 percent: 46.8, so 47 pass: 750 + 250 * (47/65 - .72) / .28 = 752.747; 46: 100 + 650 * (46/65) / .72 = 738.889.
    for (right, score, passes) in [(46, 739, false), (47, 753, true)] {
        let mut hall = Hall::of("aws-dop-c02");
        let report = report(&mut hall, right);
        let scaled = report.score.and_then(|s| s.scaled).expect("a scale");
        assert_eq!((scaled.score, report.passes()), (score, Some(passes)));
    }
}

#[test]
fn hashicorp_has_no_published_cut_so_it_is_an_estimate() {
    // 57 questions, estimated cut 70 percent: 39.9, so 40 pass.
    for (right, passes) in [(39, false), (40, true)] {
        let mut hall = Hall::of("hashicorp-terraform-004");
        let report = report(&mut hall, right);
        let score = report.score.expect("a score");
        assert_eq!(
            (score.scaled, score.is_estimate, report.passes()),
            (None, true, Some(passes))
        );
        assert!((score.share - right as f64 / 57.0).abs() < 1e-12);
    }
}

#[test]
fn finops_is_a_published_percentage() {
    // 50 questions, 75 percent: 37.5, so 38 pass.
    for (right, passes) in [(37, false), (38, true)] {
        let mut hall = Hall::of("finops-focp");
        let report = report(&mut hall, right);
        let score = report.score.expect("a score");
        assert_eq!(
            (score.scaled, score.is_estimate, report.passes()),
            (None, false, Some(passes))
        );
    }
}

#[test]
fn crisc_is_scaled_from_200_to_800() {
    let mut hall = Hall::of("isaca-crisc");
    let longest = hall
        .draw(&mock(&hall), 1)
        .expect_err("fewer than 150")
        .longest;
    let request = Request {
        count: longest,
        ..mock(&hall)
    };
    let form = hall.draw(&request, 1).expect("a form");
    let count = form.places.len();
    let right = count / 2;
    let sitting = hall.sit(form, |place| place < right);
    let score = Report::of(&sitting, &hall.library, &hall.track)
        .score
        .expect("a score");
    let share = right as f64 / count as f64;
    let scaled = score.scaled.expect("a scale");
    assert_eq!(scaled.score, (200.0 + 250.0 * share / 0.7).round() as u16);
    assert_eq!(
        (scaled.pass, scaled.scale, score.is_estimate),
        (450, (200, 800), true)
    );
}

#[test]
fn linux_foundation_tasks_count_by_points_and_domains() {
    let mut hall = Hall::of("cncf-cka");
    let form = hall.draw(&mock(&hall), 11).expect("a form");
    assert_eq!(form.places.len(), 17);
    let wanted = "1";
    let is_of = |hall: &Hall, place: usize| {
        let ask = hall.library.ask(&form.places[place].item).expect("an item");
        ask.domain.as_deref() == Some(wanted)
    };
    let of: Vec<bool> = (0..17).map(|place| is_of(&hall, place)).collect();
    let weight = hall
        .track
        .domains
        .iter()
        .find(|d| d.id == wanted)
        .expect("a domain")
        .weight;
    let sitting = hall.sit(form.clone(), |place| of[place]);
    let report = Report::of(&sitting, &hall.library, &hall.track);
    let score = report.score.expect("a score");
    assert!(
        (score.share - f64::from(weight) / 100.0).abs() < 1e-12,
        "{} {weight}",
        score.share
    );
    assert_eq!((score.is_estimate, report.passes()), (false, Some(false)));
    let sitting = hall.sit(form, |_| true);
    let report = Report::of(&sitting, &hall.library, &hall.track);
    assert!((report.score.expect("a score").share - 1.0).abs() < 1e-12);
    assert_eq!(report.passes(), Some(true));
}

#[test]
fn nothing_that_counts_is_no_score() {
    let mut hall = Hall::of("aws-saa-c03");
    let mut form = hall.draw(&mock(&hall), 11).expect("a form");
    form.places.clear();
    let sitting = hall.begin(form);
    hall.step(sitting, Step::Ended(Ending::Submitted));
    let report = Report::of(&hall.find(sitting), &hall.library, &hall.track);
    assert_eq!((report.score, report.passes()), (None, None));
}
