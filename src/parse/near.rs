//! The known name nearest to a mistyped one.

/// The nearest of `known`, when it is near enough to be worth a guess: at most one edit in three characters.
#[must_use]
pub fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    near(written, known).into_iter().next()
}

/// All of `known` that are near enough, the nearest first.
#[must_use]
pub fn near<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let limit = (written.chars().count() / 3).max(1);
    let distance = |name: &str| strsim::osa_distance(&written.to_lowercase(), &name.to_lowercase());
    let near = known.into_iter().map(|name| (distance(name), name)).filter(|(distance, _)| *distance <= limit);
    let mut near: Vec<_> = near.collect();
    near.sort_unstable();
    near.into_iter().map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_finger_is_guessed_and_a_stranger_is_not() {
        let known = ["water", "finance", "health"];
        assert_eq!(nearest("watr", known), Some("water"));
        assert_eq!(nearest("Water", known), Some("water"));
        assert_eq!(nearest("helath", known), Some("health"));
        assert_eq!(nearest("railway", known), None);
        assert_eq!(nearest("", known), None);
    }
}
