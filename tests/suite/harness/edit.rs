//! `=== path (edit)`: single lines of a base file are replaced by key, so that a bad input shows only what is bad.

/// The text with its lines replaced: `key = …` replaces the line of that key in the table that the edit is in, or is put
/// at that table's head; `[table]` goes to the next table of that name; comments go along with the line above them.
pub(crate) fn edited(base: &str, edits: &str) -> String {
    let mut lines: Vec<&str> = base.lines().collect();
    let mut head = 0;
    let mut next = 0;
    for edit in edits.lines().filter(|line| !line.trim().is_empty()) {
        if edit.starts_with('[') {
            head =
                next + lines[next..].iter().position(|line| *line == edit).unwrap_or_else(|| panic!("no {edit} below"));
            head += 1;
            next = head;
        } else if edit.starts_with('#') {
            lines.insert(next, edit);
            next += 1;
        } else {
            next = 1 + put(&mut lines, head, edit);
        }
    }
    lines.join("\n") + "\n"
}

/// Replaces or inserts one line; its place.
fn put<'a>(lines: &mut Vec<&'a str>, head: usize, edit: &'a str) -> usize {
    assert!(edit.contains('='), "an edit is a whole value on one line: {edit}");
    let key = |line: &str| line.split('=').next().unwrap_or_default().trim().to_owned();
    let end = head + lines[head..].iter().take_while(|line| !line.starts_with('[')).count();
    if let Some(at) = (head..end).find(|at| key(lines[*at]) == key(edit)) {
        lines[at] = edit;
        return at;
    }
    lines.insert(head, edit);
    head
}

#[test]
fn lines_are_replaced_by_key_in_their_table() {
    let base = "a = 1\nb = 2\n\n[t]\na = 3\n";
    assert_eq!(edited(base, "b = 9\n# ^ here\n[t]\na = 4\nc = 5\n"), "a = 1\nb = 9\n# ^ here\n\n[t]\nc = 5\na = 4\n");
}
