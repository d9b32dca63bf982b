//! The examples of the manual, in both languages, run as they are printed.
//!
//! Every block of `docs/MANUAL.md` and `docs/MANUAL.ko.md` is taken in its order. A block with a name of a file is
//! written to that file; what stands behind `anna$`, `minji$` or `reviewer$` is run, and must print what stands under
//! it. Ids, revisions, fingerprints, times and sizes are others each time; each is the same wherever the manual prints the
//! same one. `…` leaves something out. What an example needs and the reader knows (a file that a colleague sends, a disk
//! that goes bad) stands before it in a comment that no reader of the page sees:
//!
//! ```text
//! <!-- before
//! minji$ fieldnotes identity export --out minji.identity
//! -->
//! ```

#![cfg(target_os = "linux")]

#[path = "manual/block.rs"]
mod block;
#[path = "manual/laptops.rs"]
mod laptops;
#[path = "manual/output.rs"]
mod output;

use block::{Block, blocks};
use laptops::Laptops;
use output::Bound;

fn run(manual: &str, language: &str) {
    let path = format!("{}/../docs/{manual}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).expect("the manual");
    let laptops = Laptops::new(language);
    let mut bound = Bound::default();
    let mut commands = 0;
    let mut wrong = Vec::new();
    for block in blocks(&text) {
        match block {
            Block::File { name, content } => laptops.write(&name, &content),
            Block::Before { line, who, command } => {
                let said = laptops.run(&who, &bound.in_command(&command));
                if said.code != 0 {
                    wrong.push(format!("{manual}:{line}: {command}\n{}", said.text));
                }
            }
            Block::Example {
                line,
                who,
                command,
                shown,
            } => {
                commands += 1;
                let said = laptops.run(&who, &bound.in_command(&command));
                let is_failure = shown.iter().any(|line| {
                    ["Error: ", "오류: ", "{\"error\""]
                        .iter()
                        .any(|begin| line.starts_with(begin))
                });
                let mut why = bound.compare(&shown, &said.text);
                if (said.code != 0) != is_failure {
                    why = Err(format!("It ended with {}", said.code));
                }
                if let Err(why) = why {
                    let printed = &said.text;
                    wrong.push(format!(
                        "{manual}:{line}: {command}\n{why}\nIt printed:\n{printed}"
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(commands > 40, "{manual}: {commands} examples were found");
}

#[test]
fn the_english_examples_run_as_printed() {
    run("MANUAL.md", "en");
}

#[test]
fn the_korean_examples_run_as_printed() {
    run("MANUAL.ko.md", "ko");
}
