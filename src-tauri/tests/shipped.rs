//! What is shipped has none of the switches that tests of the real window use. Guards of docs/THREATS.md.
//!
//! It looks at the program as it is built without the feature that brings them, so only there.
#![cfg(not(feature = "test-switches"))]

/// A word and whether the program must say it: one that it does, so that the search is known to find.
const WORDS: [(&str, bool); 3] = [
    ("FIELDNOTES_VAULT", true),
    ("FIELDNOTES_TEST", false),
    ("test-switches", false),
];

#[test]
fn the_program_knows_no_switch_of_a_test() {
    let program = std::fs::read(env!("CARGO_BIN_EXE_fieldnotes-desktop")).expect("it is built");
    for (word, is_there) in WORDS {
        let found = memchr::memmem::find(&program, word.as_bytes()).is_some();
        assert_eq!(found, is_there, "{word}");
    }
}
