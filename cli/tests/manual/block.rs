//! The blocks of a manual, in their order.

/// What is done with a part of the manual.
pub enum Block {
    /// A file that the examples use.
    File { name: String, content: String },
    /// What must be there before an example.
    Before {
        line: usize,
        who: String,
        command: String,
    },
    /// A command, and what it prints.
    Example {
        line: usize,
        who: String,
        command: String,
        shown: Vec<String>,
    },
}

/// Whether a block runs until its fence, until the end of a comment, or is none.
enum Inside {
    Prose,
    File(String),
    Console,
    Comment,
    Other,
}

pub fn blocks(manual: &str) -> Vec<Block> {
    let mut all = Vec::new();
    let mut inside = Inside::Prose;
    let mut indent = 0;
    let mut content = String::new();
    for (at, whole) in manual.lines().enumerate() {
        let line = at + 1;
        let text = whole
            .get(indent.min(whole.len() - whole.trim_start().len())..)
            .unwrap_or(whole);
        match &inside {
            Inside::Prose => {
                indent = whole.len() - whole.trim_start().len();
                let text = whole.trim_start();
                inside = match text.strip_prefix("```") {
                    Some("console") => Inside::Console,
                    Some(info) => match info.split_once(' ') {
                        Some((_, name)) => Inside::File(name.to_owned()),
                        None => Inside::Other,
                    },
                    None if text == "<!-- before" => Inside::Comment,
                    None => {
                        indent = 0;
                        Inside::Prose
                    }
                };
            }
            Inside::File(name) => match text {
                "```" => {
                    let content = std::mem::take(&mut content);
                    let name = name.clone();
                    all.push(Block::File { name, content });
                    inside = Inside::Prose;
                }
                text => content.push_str(&format!("{text}\n")),
            },
            Inside::Console => match (text, prompt(text), all.last_mut()) {
                ("```", ..) => inside = Inside::Prose,
                (_, Some((who, command)), _) => all.push(Block::Example {
                    line,
                    who,
                    command,
                    shown: Vec::new(),
                }),
                (text, None, Some(Block::Example { shown, .. })) => shown.push(text.to_owned()),
                (text, ..) => panic!("line {line}: output of nothing: {text}"),
            },
            Inside::Comment => match (text, prompt(text)) {
                ("-->", _) => inside = Inside::Prose,
                (_, Some((who, command))) => all.push(Block::Before { line, who, command }),
                (text, None) => panic!("line {line}: no command: {text}"),
            },
            Inside::Other => {
                if text == "```" {
                    inside = Inside::Prose;
                }
            }
        }
        if matches!(inside, Inside::Prose) {
            indent = 0;
        }
    }
    all
}

/// `anna$ command`; where nobody is named, it is Anna.
fn prompt(line: &str) -> Option<(String, String)> {
    let (who, command) = line.split_once("$ ")?;
    match who {
        "" => Some(("anna".to_owned(), command.to_owned())),
        "anna" | "minji" | "reviewer" => Some((who.to_owned(), command.to_owned())),
        _ => None,
    }
}
