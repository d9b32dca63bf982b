//! `--help` in the user's language.
//!
//! clap writes its texts when a program is compiled. Here every text is put in from the locale files:
//! `help-vault-create` is the summary of a command, `arg-vault-create-test-kdf` or, where commands
//! share it, `arg-test-kdf` that of an argument.

use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::args::Arguments;
use crate::wording::Wording;

/// The whole command line, worded.
pub fn command(words: &Wording) -> Command {
    worded(Arguments::command(), "", words)
}

fn worded(command: Command, path: &str, words: &Wording) -> Command {
    let text = |key: &str| words.text(key);
    // `{all-args}` would bring English headings; each argument brings its own instead.
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        text("help-usage")
    );
    let mut command = command
        .about(text(&format!("help{path}")))
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_help_heading(text("help-commands"))
        .subcommand_value_name(text("help-command"))
        .mut_args(|argument| {
            let about = argument_text(&argument, path, words);
            let heading = if argument.is_positional() {
                "help-arguments"
            } else if argument.is_global_set() {
                "help-global-options"
            } else {
                "help-options"
            };
            argument.help(about).help_heading(text(heading))
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(text("arg-help"))
                .help_heading(text("help-global-options")),
        );
    if path.is_empty() {
        command = command.after_help(text("help-after")).arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(text("arg-version"))
                .help_heading(text("help-global-options")),
        );
    }
    let names: Vec<String> = command
        .get_subcommands()
        .map(|inner| inner.get_name().to_owned())
        .collect();
    for name in names {
        let path = format!("{path}-{name}");
        command = command.mut_subcommand(name, |inner| worded(inner, &path, words));
    }
    command
}

/// Help as clap rendered it, without the one English word that it writes itself.
pub fn rendered(help: &str, words: &Wording) -> String {
    help.replace("[OPTIONS]", &words.text("help-options-mark"))
}

fn argument_text(argument: &Arg, path: &str, words: &Wording) -> String {
    let name = argument.get_id().as_str().replace('_', "-");
    words
        .find(&format!("arg{path}-{name}"), None, &[])
        .unwrap_or_else(|| words.text(&format!("arg-{name}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::Language;

    fn every_command(command: &Command, see: &mut dyn FnMut(&Command)) {
        see(command);
        for inner in command.get_subcommands() {
            every_command(inner, see);
        }
    }

    #[test]
    fn the_command_line_is_sound() {
        command(&Wording::new(Language::En)).debug_assert();
        command(&Wording::new(Language::Ko)).debug_assert();
    }

    #[test]
    fn every_text_is_there_in_both_languages() {
        for language in [Language::En, Language::Ko] {
            every_command(&command(&Wording::new(language)), &mut |command| {
                let about = command
                    .get_about()
                    .map(ToString::to_string)
                    .unwrap_or_default();
                assert!(
                    !about.starts_with("help-"),
                    "{about} is missing in {language:?}"
                );
                for argument in command.get_arguments() {
                    let help = argument
                        .get_help()
                        .map(ToString::to_string)
                        .unwrap_or_default();
                    assert!(
                        !help.is_empty() && !help.starts_with("arg-"),
                        "{help} ({}) is missing in {language:?}",
                        argument.get_id()
                    );
                }
            });
        }
    }

    #[test]
    fn no_english_is_left_in_korean_headings() {
        let words = Wording::new(Language::Ko);
        let mut korean = command(&words);
        korean.build();
        every_command(&korean, &mut |command| {
            let help = rendered(&command.clone().render_help().to_string(), &words);
            for english in [
                "Usage:",
                "Options:",
                "Commands:",
                "Arguments:",
                "Print help",
                "[OPTIONS]",
            ] {
                assert!(
                    !help.contains(english),
                    "{english} in the help of {}:\n{help}",
                    command.get_name()
                );
            }
        });
    }

    /// A new command comes with its rows in the law of exits.
    #[test]
    fn every_command_has_its_row_in_the_law_of_exits() {
        fn leaves(command: &Command, path: &str, found: &mut Vec<String>) {
            for below in command.get_subcommands() {
                let name = format!("{path} {}", below.get_name());
                if below.has_subcommands() {
                    leaves(below, &name, found);
                } else {
                    found.push(name.trim().to_owned());
                }
            }
        }
        let mut found = Vec::new();
        leaves(&Arguments::command(), "", &mut found);
        let rows: Vec<&str> = include_str!("../tests/exits/rows.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split('|').next().map(str::trim))
            .collect();
        assert_eq!(rows, found);
    }
}
