//! What is said when the program has a fault.

use std::io::Write;
use std::panic::Location;

/// What it begins with: the code that every failure inside the program has.
const CODE: &str = "internal";

/// From now on a panic, in any thread, prints a code and a place in the source, and nothing else. Its message may quote what
/// somebody wrote, and a backtrace says no more to those who know the source.
pub fn quiet() {
    std::panic::set_hook(Box::new(|panic| {
        // Where nobody reads it there is nobody to inform.
        let _ = writeln!(std::io::stderr(), "{}", line(panic.location()));
    }));
}

fn line(place: Option<&Location<'_>>) -> String {
    match place {
        Some(place) => format!("{CODE}: {}:{}", in_source(place.file()), place.line()),
        None => CODE.to_owned(),
    }
}

/// A file of ours is named from the root of the project, one of a dependency from its own: not by the folders of the machine
/// that the program was built on.
fn in_source(file: &str) -> &str {
    let behind = |mark: &str| file.split_once(mark).map(|(_, rest)| rest);
    // registry/src/<index>/<crate>/…
    if let Some(rest) = behind("/registry/src/") {
        return rest.split_once('/').map_or(rest, |(_, file)| file);
    }
    if file.starts_with('/') {
        return behind("/library/").unwrap_or_else(|| file.rsplit('/').next().unwrap_or(file));
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_folder_of_the_building_machine_is_named() {
        assert_eq!(
            in_source("crates/store/src/store/mod.rs"),
            "crates/store/src/store/mod.rs"
        );
        let dependency = "/home/anna/.cargo/registry/src/index.crates.io-1/tar-0.4/src/lib.rs";
        assert_eq!(in_source(dependency), "tar-0.4/src/lib.rs");
        assert_eq!(
            in_source("/rustc/0123/library/core/src/option.rs"),
            "core/src/option.rs"
        );
        assert_eq!(in_source("/home/anna/secret/build.rs"), "build.rs");
        assert_eq!(line(None), "internal");
    }
}
