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
            let about = with_default(&about, &argument, words);
            let names = value_names(&argument, words);
            let argument = argument.help(about).help_heading(text(heading));
            if names.is_empty() {
                return argument;
            }
            // clap's own notes of these are English.
            argument
                .value_names(names)
                .hide_default_value(true)
                .hide_possible_values(true)
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
    if let Some(usage) = usage_in_order(&command, path) {
        command = command.override_usage(usage);
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

/// The usage of a command where an option can stand for a positional argument that is not the first: clap would name that one
/// before the others, which is not the order in which they are typed.
fn usage_in_order(command: &Command, path: &str) -> Option<String> {
    let choice = |argument: &Arg| {
        let mut groups = command.get_groups().filter(|group| group.is_required_set());
        groups.find(|group| group.get_args().any(|id| id == argument.get_id()))
    };
    let positionals: Vec<&Arg> = command.get_positionals().collect();
    if !positionals.iter().skip(1).any(|one| choice(one).is_some()) {
        return None;
    }
    let value = |argument: &Arg| argument.get_value_names().unwrap_or_default().join(" ");
    let mut usage = format!("fieldnotes{} [OPTIONS]", path.replacen('-', " ", 2));
    for positional in positionals {
        let options = choice(positional).into_iter().flat_map(|group| {
            let all = group.get_args();
            all.filter_map(|id| command.get_arguments().find(|one| one.get_id() == id))
        });
        let options = options.filter_map(|one| Some((one.get_long()?, value(one))));
        let options: String = options
            .map(|(long, value)| format!("|--{long} <{value}>"))
            .collect();
        usage = format!("{usage} <{}{options}>", value(positional));
    }
    Some(usage)
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

/// What an argument is where it is not given, unless the text says so already.
fn with_default(about: &str, argument: &Arg, words: &Wording) -> String {
    let defaults = argument.get_default_values().iter();
    let value: Vec<String> = defaults
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    let value = value.join(", ");
    if value.is_empty() || about.contains(&value) || !argument.get_action().takes_values() {
        return about.to_owned();
    }
    words.with(
        "help-default",
        &[("about", about.into()), ("value", value.into())],
    )
}

/// `FILE` and the like in the user's language.
fn value_names(argument: &Arg, words: &Wording) -> Vec<String> {
    if !argument.get_action().takes_values() {
        return Vec::new();
    }
    let names = argument.get_value_names().unwrap_or_default().iter();
    names
        .map(|name| {
            let key = name.to_lowercase().replace('=', "-");
            words
                .find(&format!("value-{key}"), None, &[])
                .unwrap_or_else(|| name.to_string())
        })
        .collect()
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
    fn usage_names_arguments_as_they_are_typed() {
        let mut all = command(&Wording::new(Language::En));
        let group = all.find_subcommand_mut("colleague").expect("a group");
        let one = group.find_subcommand_mut("change-key").expect("a command");
        let usage = one.render_usage().to_string();
        assert_eq!(
            usage,
            "Usage: fieldnotes colleague change-key [OPTIONS] <NAME> <FILE|--qr <PICTURE>>"
        );
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

    /// Latin words that Korean help may hold: what is typed so (commands, options, values), and names that have no other
    /// form in Korean.
    const LATIN: &[&str] = &[
        "fieldnotes",
        "id",
        "json",
        "en",
        "ko",
        "png",
        "jpeg",
        "svg",
        "qr",
        "usb",
        "utf",
        "fieldnotes_vault",
        "n",
    ];

    #[test]
    fn no_english_is_left_in_korean_help() {
        let words = Wording::new(Language::Ko);
        let mut korean = command(&words);
        korean.build();
        let mut typed: Vec<String> = LATIN.iter().map(|word| (*word).to_owned()).collect();
        every_command(&korean, &mut |command| {
            typed.extend(command.get_name().split('-').map(str::to_owned));
            for argument in command.get_arguments() {
                let long = argument.get_long().unwrap_or_default();
                typed.extend(long.split('-').map(str::to_owned));
                let values = argument.get_possible_values();
                typed.extend(values.iter().map(|value| value.get_name().to_owned()));
            }
        });
        // Values that are checked later than by clap.
        let later = [
            "person",
            "testimony",
            "note",
            "place",
            "attachment",
            "h",
            "pseudonym",
            "remove",
            "keep",
            "coarsen",
            "year",
            "season",
            "month",
            "group",
        ];
        typed.extend(later.map(str::to_owned));
        every_command(&korean, &mut |command| {
            let help = rendered(&command.clone().render_help().to_string(), &words);
            let latin = help
                .split(|c: char| !(c.is_ascii_alphabetic() || c == '_'))
                .filter(|word| !word.is_empty());
            for word in latin {
                let small = word.to_lowercase();
                let is_value = word == "V" || typed.contains(&small);
                assert!(
                    is_value,
                    "{word} in the help of {}:\n{help}",
                    command.get_name()
                );
            }
        });
    }

    /// clap's own list of them is hidden, since it comes in English.
    #[test]
    fn values_to_choose_from_are_named_in_the_text() {
        for language in [Language::En, Language::Ko] {
            every_command(&command(&Wording::new(language)), &mut |command| {
                for argument in command.get_arguments() {
                    let is_choice = argument.get_action().takes_values();
                    let about = argument
                        .get_help()
                        .map(ToString::to_string)
                        .unwrap_or_default();
                    for value in argument.get_possible_values().iter().filter(|_| is_choice) {
                        assert!(
                            about.contains(value.get_name()),
                            "{} of {} in {language:?}",
                            value.get_name(),
                            argument.get_id()
                        );
                    }
                }
            });
        }
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
