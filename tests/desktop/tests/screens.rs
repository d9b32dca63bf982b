//! Every screen, in both languages and both themes: axe-core finds nothing serious, and each is photographed for the contact
//! sheet, `contact-sheet.png` in the folder where cargo builds.

use std::fs;
use std::path::{Path, PathBuf};

use image::{RgbImage, imageops};
use rig::sample::Sample;
use rig::screens;
use rig::stage::{Stage, target};
use rig::window::Window;
use serde_json::Value;

/// What the columns of the contact sheet are.
const LOOKS: [(&str, &str); 4] = [
    ("en", "light"),
    ("en", "dark"),
    ("ko", "light"),
    ("ko", "dark"),
];

fn album() -> PathBuf {
    target().join("screens")
}

fn every_screen(language: &str, theme: &str) {
    let stage = Stage::new(&format!("screens-{language}-{theme}"));
    let sample = Sample::make(&stage);
    let settings = stage.folder().join("home/.config/org.fieldnotes.desktop");
    fs::create_dir_all(&settings).expect("a folder can be made");
    let json =
        serde_json::json!({"language": language, "theme": theme, "vault": sample.vault.folder});
    fs::write(settings.join("settings.json"), json.to_string()).expect("a file can be written");
    let axe = fs::read_to_string(axe()).expect("axe-core is among the packages of the pages");

    let window = Window::open(&stage);
    let album = album();
    let mut faults: Vec<String> = Vec::new();
    let mut number = 0;
    screens::walk(&window, &sample, &mut |name| {
        number += 1;
        let picture = format!("{number:02}-{name}.{language}-{theme}.png");
        window.keep_picture(&album.join(picture));
        let found = serious(&window, &axe);
        faults.extend(found.into_iter().map(|fault| format!("{name}: {fault}")));
    });
    contact_sheet(&album);
    println!("{number} screens in {language}, {theme}");
    assert!(
        faults.is_empty(),
        "{language}, {theme}: {} faults\n{}",
        faults.len(),
        faults.join("\n")
    );
}

fn axe() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/node_modules/axe-core/axe.min.js")
}

/// What axe-core calls serious or critical.
fn serious(window: &Window, axe: &str) -> Vec<String> {
    if window.run("return window.axe === undefined", Vec::new()) == Value::Bool(true) {
        window.run(&format!("{axe}\nwindow.axe = axe;"), Vec::new());
    }
    let script = "const [done] = arguments;
        axe.run(document, { resultTypes: ['violations'] }).then(
            (found) => done(found.violations
                .filter((one) => one.impact === 'serious' || one.impact === 'critical')
                .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target} · ${node.failureSummary}`))),
            (error) => done([String(error)]));";
    let found = window.run_async(script, Vec::new());
    serde_json::from_value(found).expect("a list of texts")
}

/// One row a screen, one column a look.
fn contact_sheet(album: &Path) {
    const WIDTH: u32 = 384;
    const HEIGHT: u32 = 240;
    const GAP: u32 = 6;
    let mut screens: Vec<String> = fs::read_dir(album)
        .expect("the pictures")
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            Some(name.strip_suffix(".png")?.split_once('.')?.0.to_owned())
        })
        .collect();
    screens.sort();
    screens.dedup();
    let columns = u32::try_from(LOOKS.len()).expect("four");
    let rows = u32::try_from(screens.len()).expect("few");
    let mut sheet = RgbImage::from_pixel(
        columns * (WIDTH + GAP) + GAP,
        rows * (HEIGHT + GAP) + GAP,
        image::Rgb([128, 128, 128]),
    );
    for (row, screen) in screens.iter().enumerate() {
        for (column, (language, theme)) in LOOKS.iter().enumerate() {
            let path = album.join(format!("{screen}.{language}-{theme}.png"));
            // Another test of this file is still to come.
            let Ok(picture) = image::open(path) else {
                continue;
            };
            let small = imageops::thumbnail(&picture.to_rgb8(), WIDTH, HEIGHT);
            let at = |index: usize, size: u32| {
                i64::from(GAP) + i64::from(size + GAP) * i64::try_from(index).expect("few")
            };
            imageops::replace(&mut sheet, &small, at(column, WIDTH), at(row, HEIGHT));
        }
    }
    let path = target().join("contact-sheet.png");
    sheet.save(&path).expect("a picture is kept");
    println!("contact sheet: {}", path.display());
}

#[test]
fn in_english_and_light() {
    every_screen("en", "light");
}

#[test]
fn in_english_and_dark() {
    every_screen("en", "dark");
}

#[test]
fn in_korean_and_light() {
    every_screen("ko", "light");
}

#[test]
fn in_korean_and_dark() {
    every_screen("ko", "dark");
}
