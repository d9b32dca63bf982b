//! Where the report goes in the documents.

/// The text with what stands between the two marks replaced; none where a mark is missing. The marks stay.
pub fn rewrite_block(text: &str, (begin, end): (&str, &str), block: &str) -> Option<String> {
    let from = text.find(begin)? + begin.len();
    let to = from + text.get(from..)?.find(end)?;
    Some(format!(
        "{}\n{}\n{}",
        text.get(..from)?,
        block.trim(),
        text.get(to..)?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKS: (&str, &str) = ("<!-- begin -->", "<!-- end -->");

    #[test]
    fn only_what_is_between_the_marks_changes_and_twice_is_as_once() {
        let text = "before\n<!-- begin -->\nold\n<!-- end -->\nafter\n";
        let once = rewrite_block(text, MARKS, "new\n").expect("both marks");
        assert_eq!(once, "before\n<!-- begin -->\nnew\n<!-- end -->\nafter\n");
        assert_eq!(rewrite_block(&once, MARKS, "new").as_ref(), Some(&once));
        assert_eq!(
            rewrite_block("<!-- end --> <!-- begin -->", MARKS, "new"),
            None
        );
    }
}
