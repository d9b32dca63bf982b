//! The app's window, used by its parts through WebDriver.
//!
//! A part is an element with `data-part="…"`: a name that is the same in every language and look.

use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::elements::Element;
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use image::RgbImage;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::stage::{self, Stage};
use crate::waiting::{self, PATIENCE};

/// How long the app may take to open, on a machine that is busy.
const OPENING: Duration = Duration::from_secs(40);

pub struct Window<'s> {
    stage: &'s Stage,
    driver: u32,
    client: Option<Client>,
    // Last: the client's connection lives in it.
    runtime: Runtime,
}

impl<'s> Window<'s> {
    /// Opens the app on a stage.
    pub fn open(stage: &'s Stage) -> Self {
        Self::open_with(stage, &[])
    }

    /// The same, with arguments, as a file manager would give it files.
    pub fn open_with(stage: &'s Stage, arguments: &[&str]) -> Self {
        Self::begin(stage, arguments).0
    }

    /// Opens the app and says when it was begun.
    pub fn open_and_say_when(stage: &'s Stage) -> (Self, Instant) {
        Self::begin(stage, &[])
    }

    fn begin(stage: &'s Stage, arguments: &[&str]) -> (Self, Instant) {
        let port = free_port();
        let mut driver = stage.command("WebKitWebDriver");
        driver
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true");
        let driver = stage.start(driver);
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .expect("a runtime");
        let mut wanted = serde_json::Map::new();
        wanted.insert(
            "webkitgtk:browserOptions".to_owned(),
            json!({"binary": stage::app(), "args": arguments}),
        );
        waiting::until("the driver to listen", || {
            TcpStream::connect(("127.0.0.1", port)).ok()
        });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted);
        let address = format!("http://127.0.0.1:{port}");
        let begun = Instant::now();
        let connect = async { tokio::time::timeout(OPENING, builder.connect(&address)).await };
        let client = match runtime.block_on(connect) {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => panic!("the window cannot be driven: {error}"),
            Err(_) => panic!("the window did not open within {} s", OPENING.as_secs()),
        };
        let window = Self {
            stage,
            driver,
            client: Some(client),
            runtime,
        };
        (window, begun)
    }

    pub fn stage(&self) -> &'s Stage {
        self.stage
    }

    /// The process of the app.
    pub fn pid(&self) -> u32 {
        let app = stage::app();
        let name = app.file_name().expect("a file").to_string_lossy();
        waiting::until("the process of the app", || {
            self.stage.processes_of(&name).first().copied()
        })
    }

    /// Ends the app as a power cut would.
    pub fn kill(self) {
        self.stage.end(self.pid());
    }

    /// Waits for a part to be seen.
    #[track_caller]
    pub fn part(&self, part: &str) -> Element {
        waiting::until(&format!("the part {part:?} to be seen"), || self.seen(part))
    }

    /// The part, if it is seen now.
    pub fn seen(&self, part: &str) -> Option<Element> {
        let script = "const [part] = arguments;
            return [...document.querySelectorAll(`[data-part=\"${part}\"]`)]
                .find((e) => e.getClientRects().length > 0 && getComputedStyle(e).visibility !== 'hidden') ?? null;";
        match self.try_run(script, vec![json!(part)]) {
            Ok(Value::Null) | Err(_) => None,
            Ok(found) => Some(self.element(found)),
        }
    }

    /// Waits until a part is not seen any more.
    #[track_caller]
    pub fn gone(&self, part: &str) {
        waiting::until(&format!("the part {part:?} to go"), || {
            self.seen(part).is_none().then_some(())
        });
    }

    /// Clicks a part, as soon as it can be clicked.
    #[track_caller]
    pub fn click(&self, part: &str) {
        let mut last = None;
        let done = waiting::within(PATIENCE, || {
            let element = self.clickable(part)?;
            let is_enabled = self.runtime.block_on(element.is_enabled()).unwrap_or(false);
            if !is_enabled {
                last = Some("it is disabled".to_owned());
                return None;
            }
            self.listen(&element);
            match self.runtime.block_on(element.click()) {
                Ok(()) if self.was_missed() => {
                    last = Some("something else was where it had been".to_owned());
                    None
                }
                Ok(()) => Some(()),
                // The page went away with the click, before the driver could say that it was done.
                Err(_) if self.has_gone() => Some(()),
                Err(error) => {
                    last = Some(error.to_string());
                    None
                }
            }
        });
        assert!(done.is_some(), "{part:?} cannot be clicked: {last:?}");
    }

    /// Has the page note whether the next press reaches an element. What is released may be elsewhere: a menu has opened there.
    fn listen(&self, element: &Element) {
        let script = "const [aim] = arguments;
            window.wasMissed = null;
            const note = (press) => { window.wasMissed = !aim.contains(press.target); };
            document.addEventListener('mousedown', note, { once: true, capture: true });";
        let aim = serde_json::to_value(element).expect("an element is a reference");
        self.try_run(script, vec![aim]).ok();
    }

    /// Whether the press went to something else, because the page moved between aim and click: a person aims again.
    fn was_missed(&self) -> bool {
        self.try_run("return window.wasMissed ?? null;", vec![]) == Ok(json!(true))
    }

    /// What a hand would aim at: of a box or a radio button, what is written beside it.
    fn clickable(&self, part: &str) -> Option<Element> {
        let element = self.seen(part)?;
        let script = "const [e] = arguments;
            return e.matches('input[type=radio], input[type=checkbox]') ? e.closest('label') ?? e : e;";
        let aim = self.try_run(script, vec![serde_json::to_value(&element).ok()?]);
        aim.ok().map(|found| self.element(found))
    }

    /// Chooses in a list by the value that stands behind what is shown.
    #[track_caller]
    pub fn choose(&self, part: &str, value: &str) {
        let element = self.part(part);
        self.runtime
            .block_on(element.select_by_value(value))
            .unwrap_or_else(|error| panic!("{value:?} cannot be chosen in {part:?}: {error}"));
    }

    /// Types where the caret is; a line break is the Enter key.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for letter in text.chars() {
            let value = if letter == '\n' {
                char::from(Key::Enter)
            } else {
                letter
            };
            keys = keys
                .then(KeyAction::Down { value })
                .then(KeyAction::Up { value });
        }
        self.perform(keys);
    }

    /// Presses a key, with others held: `&[Key::Control.into(), 'l']`.
    #[track_caller]
    pub fn press(&self, chord: &[char]) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        for value in chord.iter().copied() {
            keys = keys.then(KeyAction::Down { value });
        }
        for value in chord.iter().rev().copied() {
            keys = keys.then(KeyAction::Up { value });
        }
        self.perform(keys);
    }

    #[track_caller]
    fn perform(&self, keys: KeyActions) {
        let perform = self.client().perform_actions(keys);
        let perform = async { tokio::time::timeout(PATIENCE, perform).await };
        match self.runtime.block_on(perform) {
            Ok(Ok(())) => {}
            // With the keys that lock, the page goes away.
            Ok(Err(_)) | Err(_) if self.has_gone() => {}
            Ok(Err(error)) => panic!("the keys are not taken: {error}"),
            Err(_) => panic!("the keys are not taken in time"),
        }
    }

    /// Types into a part.
    #[track_caller]
    pub fn write(&self, part: &str, text: &str) {
        let element = self.part(part);
        self.runtime
            .block_on(element.send_keys(text))
            .unwrap_or_else(|error| panic!("{part:?} takes no text: {error}"));
        self.taken(part, text);
    }

    /// Waits until a field has taken what was typed: keys go through the input method, which gives them back when it likes.
    fn taken(&self, part: &str, text: &str) {
        let is_typed = |c: char| !c.is_control() && !('\u{e000}'..='\u{f8ff}').contains(&c);
        let is_field = "const [part] = arguments;
            return document.querySelector(`[data-part=\"${part}\"]`)?.matches('input, textarea') ?? false;";
        if text.chars().all(is_typed) && self.run(is_field, vec![json!(part)]) == json!(true) {
            waiting::within(PATIENCE, || {
                (self.seen(part).is_none() || self.text(part).ends_with(text)).then_some(())
            });
        }
    }

    /// Chooses a file or folder in the system's dialog, with the button beside the field that shows it.
    #[track_caller]
    pub fn choose_path(&self, part: &str, path: &Path) {
        self.stage.will_choose(path);
        self.click(&format!("{part}-choose"));
        self.says(part, &path.to_string_lossy());
    }

    /// What a part says: its text, or the value of a field.
    #[track_caller]
    pub fn text(&self, part: &str) -> String {
        self.part(part);
        let script = "const [part] = arguments;
            const found = [...document.querySelectorAll(`[data-part=\"${part}\"]`)]
                .find((e) => e.getClientRects().length > 0);
            return found ? ('value' in found && typeof found.value === 'string' ? found.value : found.innerText) : '';";
        let text = self.run(script, vec![json!(part)]);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// What each part of this name says.
    #[track_caller]
    pub fn texts(&self, part: &str) -> Vec<String> {
        let script = "const [part] = arguments;
            return [...document.querySelectorAll(`[data-part=\"${part}\"]`)].map((e) => e.innerText.trim());";
        let texts = self.run(script, vec![json!(part)]);
        serde_json::from_value(texts).unwrap_or_default()
    }

    /// An attribute of a part, if the part is seen.
    pub fn attribute(&self, part: &str, name: &str) -> Option<String> {
        let element = self.seen(part)?;
        self.runtime.block_on(element.attr(name)).ok().flatten()
    }

    /// Waits until a part says this.
    #[track_caller]
    pub fn says(&self, part: &str, text: &str) {
        let mut last = String::new();
        let found = waiting::within(PATIENCE, || {
            self.seen(part)?;
            last = self.text(part);
            last.contains(text).then_some(())
        });
        assert!(
            found.is_some(),
            "{part:?} does not say {text:?} but {last:?}"
        );
    }

    /// Which part has the keyboard, or stands around what has it.
    pub fn focused(&self) -> Option<String> {
        let script = "return document.hasFocus()
            ? document.activeElement?.closest('[data-part]')?.getAttribute('data-part') ?? null : null;";
        let part = self.try_run(script, Vec::new()).ok()?;
        part.as_str().map(str::to_owned)
    }

    /// Whether another element has the focus than when this was asked last.
    pub fn focus_has_moved(&self) -> bool {
        let script = "const moved = window.lastFocus !== document.activeElement;
            window.lastFocus = document.activeElement;
            return moved;";
        self.try_run(script, Vec::new()) == Ok(Value::Bool(true))
    }

    /// Runs a script in the page.
    #[track_caller]
    pub fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.try_run(script, arguments)
            .unwrap_or_else(|error| panic!("a script fails in the page: {error}\n{script}"))
    }

    fn try_run(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let run = self.client().execute(script, arguments);
        let run = async { tokio::time::timeout(PATIENCE, run).await };
        match self.runtime.block_on(run) {
            Ok(Err(error)) if error.is_no_such_window() => {
                self.follow();
                Err(error.to_string())
            }
            Ok(result) => result.map_err(|error| error.to_string()),
            Err(_) => Err("the page does not answer".to_owned()),
        }
    }

    /// Whether the page that was used is no longer there.
    fn has_gone(&self) -> bool {
        let page = async { tokio::time::timeout(PATIENCE, self.client().window()).await };
        matches!(self.runtime.block_on(page), Ok(Err(_)))
    }

    /// After a lock there is another page in the window.
    fn follow(&self) {
        let follow = async {
            let pages = self.client().windows().await.ok()?;
            self.client()
                .switch_to_window(pages.last()?.clone())
                .await
                .ok()
        };
        let follow = async { tokio::time::timeout(PATIENCE, follow).await };
        self.runtime.block_on(follow).ok();
    }

    /// Waits for a promise in the page; `done(value)` ends it.
    #[track_caller]
    pub fn run_async(&self, script: &str, arguments: Vec<Value>) -> Value {
        let run = self.client().execute_async(script, arguments);
        let run = async { tokio::time::timeout(PATIENCE, run).await };
        match self.runtime.block_on(run) {
            Ok(Ok(value)) => value,
            Ok(Err(error)) => panic!("a script fails in the page: {error}\n{script}"),
            Err(_) => panic!("the page does not answer:\n{script}"),
        }
    }

    /// Calls a command of the shell, as the page does.
    #[track_caller]
    pub fn command(&self, name: &str, arguments: &Value) -> Value {
        let script = "const [name, args, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(name, args)
                .then((value) => done({ value }), (error) => done({ error }));";
        let answer = self.run_async(script, vec![json!(name), arguments.clone()]);
        if let Some(error) = answer.get("error") {
            panic!("{name} fails: {error}");
        }
        answer.get("value").cloned().unwrap_or(Value::Null)
    }

    /// What the window shows when it has come to rest: it fills the screen. (The driver's own screenshot never comes where
    /// there is no graphics card.)
    pub fn picture(&self) -> RgbImage {
        self.stage.screen.settled()
    }

    /// Keeps what the window shows, for whoever wants to look at it.
    pub fn keep_picture(&self, path: &Path) {
        let folder = path.parent().expect("a folder");
        std::fs::create_dir_all(folder).expect("a folder can be made");
        self.picture().save(path).expect("a picture is kept");
    }

    fn element(&self, found: Value) -> Element {
        let id = found
            .as_object()
            .and_then(|object| object.values().next()?.as_str())
            .expect("an element")
            .to_owned();
        Element::from_element_id(self.client().clone(), id.into())
    }

    /// Elements that a selector finds.
    pub fn find_all(&self, selector: &str) -> Vec<Element> {
        self.runtime
            .block_on(self.client().find_all(Locator::Css(selector)))
            .unwrap_or_default()
    }

    fn client(&self) -> &Client {
        self.client.as_ref().expect("open")
    }

    fn keep_evidence(&self) {
        let limit = Duration::from_secs(5);
        let path = self.stage.evidence("png");
        self.stage.screen.picture().save(&path).ok();
        println!("the window when it failed: {}", path.display());
        let source = async { tokio::time::timeout(limit, self.client().source()).await };
        if let Ok(Ok(source)) = self.runtime.block_on(source) {
            let path = self.stage.evidence("html");
            std::fs::write(&path, source).ok();
            println!("its page: {}", path.display());
        }
    }
}

impl Drop for Window<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.keep_evidence();
        }
        if let Some(client) = self.client.take() {
            let close =
                async { tokio::time::timeout(Duration::from_secs(5), client.close()).await };
            self.runtime.block_on(close).ok();
        }
        self.stage.kill(self.driver);
        // A window that is opened next would only bring this one to the front.
        let app = stage::app();
        let name = app.file_name().unwrap_or_default().to_string_lossy();
        let has_ended = || self.stage.processes_of(&name).is_empty().then_some(());
        if waiting::within(Duration::from_secs(3), has_ended).is_none() {
            for pid in self.stage.processes_of(&name) {
                self.stage.end(pid);
            }
            waiting::within(Duration::from_secs(3), has_ended);
        }
    }
}

/// A port of this machine that nobody listens on.
fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("bound").port()
}
