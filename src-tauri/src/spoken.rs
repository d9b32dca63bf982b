//! What is said on the terminal, where there is no window to say it in.
//!
//! Few words, in both languages of the house, so that a program that cannot start needs nothing to say why.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::settings::Language;

const NO_DISPLAY: [&str; 2] = [
    "Field Notes needs a screen, and there is none here (neither DISPLAY nor WAYLAND_DISPLAY leads to one).\n\
     Without a screen use the program for the terminal: fieldnotes --help",
    "Field Notes 창을 띄울 화면이 없습니다(DISPLAY와 WAYLAND_DISPLAY 어느 쪽으로도 화면에 연결되지 않습니다).\n\
     화면이 없는 곳에서는 터미널 프로그램을 쓰십시오: fieldnotes --help",
];

const NO_WINDOW: [&str; 2] = [
    "Field Notes could not open its window. Is WebKitGTK 4.1 installed (package libwebkit2gtk-4.1-0)?",
    "Field Notes 창을 열지 못했습니다. WebKitGTK 4.1(패키지 libwebkit2gtk-4.1-0)이 설치되어 있는지 확인하십시오.",
];

const HELP: [&str; 2] = [
    "fieldnotes-desktop [FILE…]\n\nOpens Field Notes, with bundles or review packages if files are named.\n\n  \
     -V, --version   say the version\n  -h, --help      say this",
    "fieldnotes-desktop [파일…]\n\nField Notes를 엽니다. 파일을 지정하면 그 꾸러미나 검토 자료를 함께 엽니다.\n\n  \
     -V, --version   버전을 표시합니다\n  -h, --help      이 도움말을 표시합니다",
];

fn in_language([english, korean]: [&'static str; 2]) -> &'static str {
    match Language::of_system() {
        Language::En => english,
        Language::Ko => korean,
    }
}

/// Where even the terminal is gone there is nobody left to tell.
fn say(mut out: impl Write, text: &str) {
    let _ = writeln!(out, "{text}");
}

pub fn version() -> ExitCode {
    say(
        io::stdout(),
        concat!("fieldnotes-desktop ", env!("CARGO_PKG_VERSION")),
    );
    ExitCode::SUCCESS
}

pub fn help() -> ExitCode {
    say(io::stdout(), in_language(HELP));
    ExitCode::SUCCESS
}

pub fn no_display() -> ExitCode {
    say(io::stderr(), in_language(NO_DISPLAY));
    ExitCode::FAILURE
}

pub fn no_window() -> ExitCode {
    say(io::stderr(), in_language(NO_WINDOW));
    ExitCode::FAILURE
}
