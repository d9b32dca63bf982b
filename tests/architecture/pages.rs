//! Who may import whom in `ui/src`: views → features → components; all may use the modules below them.

use crate::scan::Source;

/// What a module of the pages may import, itself aside; none for a module that is not known.
fn may_import(layer: &str) -> Option<&'static [&'static str]> {
    Some(match layer {
        "views" => &[
            "features",
            "components",
            "state",
            "schema",
            "i18n",
            "platform",
            "bindings",
            "styles",
        ],
        "features" => &[
            "components",
            "state",
            "schema",
            "i18n",
            "platform",
            "bindings",
            "styles",
        ],
        "components" => &["state", "i18n", "platform", "styles"],
        "state" => &["i18n", "platform", "bindings"],
        "schema" => &["i18n", "bindings"],
        "i18n" => &["platform", "bindings"],
        "platform" => &["bindings"],
        "bindings" | "styles" => &[],
        _ => return None,
    })
}

/// Imports that go up, into a module that is not known, or into the inside of another feature.
pub fn imports_upward(source: &Source) -> Vec<(usize, String)> {
    let Some(inside) = source.path.strip_prefix("ui/src/") else {
        return Vec::new();
    };
    let is_test = inside.ends_with(".test.ts") || inside.contains("test-");
    let Some((layer, _)) = inside.split_once('/').filter(|_| !is_test) else {
        return Vec::new(); // main.ts starts the window
    };
    let mut found = Vec::new();
    for (at, line) in source.text.lines().enumerate() {
        let Some(path) = imported(line).and_then(|name| resolved(inside, name)) else {
            continue;
        };
        let target = path.first().copied().unwrap_or_default();
        let goes_up =
            target != layer && !may_import(layer).is_some_and(|allowed| allowed.contains(&target));
        // Another feature is imported through its index: features/draft, or features/draft/index.
        let own = inside.split('/').nth(1);
        let reaches_in = layer == "features"
            && target == "features"
            && path.get(1).copied() != own
            && path.get(2).is_some_and(|name| !name.starts_with("index"));
        if goes_up || reaches_in {
            found.push((at + 1, line.trim().to_owned()));
        }
    }
    found
}

/// The name behind `from` or `import(`, in quotes.
fn imported(line: &str) -> Option<&str> {
    let from = ["from '", "import '", "import('"]
        .iter()
        .find_map(|word| line.split_once(word).map(|(_, rest)| rest))?;
    from.split('\'').next()
}

/// The path below `ui/src` that a relative name stands for; none for packages and for what lies outside.
fn resolved<'a>(of: &'a str, name: &'a str) -> Option<Vec<&'a str>> {
    if !name.starts_with('.') {
        return None;
    }
    let mut path: Vec<&str> = of.split('/').collect();
    path.pop();
    for part in name.split('/') {
        match part {
            "." => {}
            ".." => {
                path.pop()?;
            }
            part => path.push(part),
        }
    }
    Some(path)
}
