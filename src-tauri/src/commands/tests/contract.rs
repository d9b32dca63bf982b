//! The scripts of tests/contract/ against the core, through the commands as the page calls them. The tests of the pages run the
//! same scripts against the fake.
//!
//! There is no window: the framework's own stand-in reads the arguments and calls the handlers. The commands that need the
//! window are not among them, but for the lock, which is done as the window would do it.

use std::collections::HashMap;
use std::path::Path;

use serde_json::{Map, Value, json};
use tauri::ipc::{CallbackFn, Invoke, InvokeBody};
use tauri::test::{
    INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets,
};
use tauri::webview::InvokeRequest;
use tauri::{Manager, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;

use crate::commands::*;
use crate::grants::{
    Attach, Bundle, Exchange, Granted, Grants, Identity, Package, Purpose, Seal, Vault, Write,
};
use crate::state::AppState;

/// Those of the list that need no window.
fn handler() -> impl Fn(Invoke<MockRuntime>) -> bool + Send + Sync + 'static {
    macro_rules! commands {
        (anywhere { $($group:ident::$name:ident),* $(,)? } in_the_window { $($rest:tt)* }) => {
            tauri::generate_handler![$($group::$name),*]
        };
    }
    include!("../list.rs")
}

/// A program without a window, and what a script has named so far.
struct Stage {
    app: tauri::App<MockRuntime>,
    page: WebviewWindow<MockRuntime>,
    place: TempDir,
    named: HashMap<String, Value>,
}

impl Stage {
    fn new() -> Self {
        let place = tempfile::tempdir().expect("a folder");
        let app = mock_builder()
            .invoke_handler(handler())
            .build(mock_context(noop_assets()))
            .expect("an app");
        app.manage(AppState::new(&place.path().join("settings"), Vec::new()));
        let page = WebviewWindowBuilder::new(&app, "main", Default::default());
        let page = page.build().expect("a page");
        let named = HashMap::new();
        Self {
            app,
            page,
            place,
            named,
        }
    }

    fn call(&self, command: &str, values: Value) -> Result<Value, Value> {
        if command == "vault_lock" {
            self.app.state::<AppState>().close();
            return Ok(Value::Null);
        }
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().expect("an address"),
            body: InvokeBody::Json(values),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        let answer = get_ipc_response(&self.page, request)?;
        Ok(answer.deserialize().expect("JSON"))
    }

    /// A value of a script as it is sent.
    fn sent(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => match text.strip_prefix('$') {
                Some(name) => self
                    .named
                    .get(name)
                    .unwrap_or_else(|| panic!("no ${name}"))
                    .clone(),
                None => value.clone(),
            },
            Value::Array(all) => all.iter().map(|one| self.sent(one)).collect(),
            Value::Object(members) => self.special(members).unwrap_or_else(|| {
                let members = members.iter();
                members
                    .map(|(name, one)| (name.clone(), self.sent(one)))
                    .collect()
            }),
            _ => value.clone(),
        }
    }

    fn special(&self, members: &Map<String, Value>) -> Option<Value> {
        let channel = "__CHANNEL__:7";
        if members.contains_key("$watch") {
            return Some(json!({ "operation": "watched", "progress": channel }));
        }
        if members.contains_key("$listener") {
            return Some(channel.into());
        }
        let deed = members.get("$grant")?.as_str()?;
        let path = self.place.path().join(members.get("at")?.as_str()?);
        let state = self.app.state::<AppState>();
        let granted = give(state.grants(), deed, &path);
        Some(serde_json::to_value(granted).expect("plain data"))
    }

    fn step(&mut self, step: &Value) -> Result<(), String> {
        let command = step["call"].as_str().expect("a command");
        let values = step.get("with").map_or(json!({}), |with| self.sent(with));
        let answer = self.call(command, values);
        match (answer, step.get("fails")) {
            (Ok(answer), None) => self.fits(&answer, &step["gives"], "answer"),
            (Err(failure), Some(Value::String(code))) => {
                self.fits(&failure, &json!({ "code": code }), "failure")
            }
            (Err(failure), Some(wanted)) => self.fits(&failure, wanted, "failure"),
            (Ok(answer), Some(wanted)) => Err(format!("gives {answer}, not {wanted}")),
            (Err(failure), None) => Err(format!("fails with {failure}")),
        }
    }

    /// Whether a value is what a script says of it. What it names is kept.
    fn fits(&mut self, value: &Value, wanted: &Value, at: &str) -> Result<(), String> {
        let differs = || Err(format!("{at} is {value}, not {wanted}"));
        match wanted {
            Value::String(text) if text.starts_with('$') => {
                let known = self
                    .named
                    .entry(text[1..].to_owned())
                    .or_insert(value.clone());
                if known == value { Ok(()) } else { differs() }
            }
            Value::Array(all) => match value.as_array() {
                Some(items) if items.len() == all.len() => (0..)
                    .zip(items.iter().zip(all))
                    .try_for_each(|(index, (one, wanted)): (usize, _)| {
                        self.fits(one, wanted, &format!("{at}[{index}]"))
                    }),
                _ => differs(),
            },
            Value::Object(members) => match members.get("$is").and_then(Value::as_str) {
                Some(form) if is(value, form) => Ok(()),
                Some(_) => differs(),
                None if !value.is_object() => differs(),
                None => members.iter().try_for_each(|(name, wanted)| {
                    self.fits(&value[name.as_str()], wanted, &format!("{at}.{name}"))
                }),
            },
            plain if plain == value => Ok(()),
            Value::Bool(false) if value.is_null() => Ok(()),
            _ => differs(),
        }
    }
}

/// Whether a value has this form.
fn is(value: &Value, form: &str) -> bool {
    let text = value.as_str().unwrap_or_default();
    match form {
        "time" => text.len() >= 20 && text.contains('T') && text.ends_with('Z'),
        "words" => text.split(' ').count() == 24,
        "fingerprint" => {
            let groups: Vec<&str> = text.split(' ').collect();
            groups.len() == 12 && groups.iter().all(|group| group.len() == 5)
        }
        "text" => !text.is_empty(),
        _ => panic!("no form {form}"),
    }
}

fn give(grants: &Grants, deed: &str, path: &Path) -> Granted {
    fn of<P: Purpose>(grants: &Grants, path: &Path) -> Granted {
        grants.give::<P>(path.to_owned())
    }
    let give = match deed {
        "vault" => of::<Vault>,
        "bundle" => of::<Bundle>,
        "package" => of::<Package>,
        "attach" => of::<Attach>,
        "identity" => of::<Identity>,
        "write" => of::<Write>,
        "seal" => of::<Seal>,
        "exchange" => of::<Exchange>,
        _ => panic!("no deed {deed}"),
    };
    give(grants, path)
}

fn run(script: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/contract");
    let text = std::fs::read_to_string(folder.join(script)).expect("a script");
    let steps: Vec<Value> = serde_json::from_str(&text).expect("JSON");
    let mut stage = Stage::new();
    for (at, step) in (1..).zip(&steps) {
        if let Err(fault) = stage.step(step) {
            panic!("{script}, step {at}: {} {fault}", step["call"]);
        }
    }
}

#[test]
fn vaults() {
    run("1-vault.json");
}

#[test]
fn records() {
    run("2-records.json");
}

#[test]
fn conflicts() {
    run("3-conflict.json");
}

#[test]
fn exchange() {
    run("4-exchange.json");
}

#[test]
fn reviews() {
    run("5-review.json");
}

/// A script that nobody runs here would hold the fake to nothing.
#[test]
fn every_script_is_run() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/contract");
    let files = std::fs::read_dir(folder).expect("scripts");
    let scripts = files.filter_map(|file| {
        let name = file
            .expect("a script")
            .file_name()
            .into_string()
            .expect("a name");
        name.ends_with(".json").then_some(name)
    });
    for name in scripts {
        let run = format!("run(\"{name}\")");
        assert!(
            include_str!("contract.rs").contains(&run),
            "{name} is not run"
        );
    }
}
