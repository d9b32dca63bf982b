//! Drives the real window of Field Notes as a person would, on a screen of its own.
//!
//! - [`stage`]: folders, screen, session bus: everything that a desktop gives to a program, made for one test;
//! - [`processes`]: what was started, and that nothing of it is left;
//! - [`screen`]: what is seen on the whole screen, and keys pressed on the real keyboard;
//! - [`window`]: the app's page, found and used by its parts through WebDriver;
//! - [`undriven`]: the same app without a driver, through screen and keyboard alone;
//! - [`vaults`]: vaults that are there before the window opens;
//! - [`korean`]: the input method that Korean is typed with;
//! - [`scenes`]: what a person does in the window, as far as several tests do it;
//! - [`journey`]: all of it, from the first start on;
//! - [`remains`], [`memory`], [`trace`]: what is left on the disk, in memory, and what was asked of the system;
//! - [`scanner`]: texts looked for in bytes, however they are spelled.

pub mod journey;
pub mod korean;
pub mod memory;
pub mod processes;
pub mod remains;
pub mod sample;
// Shared with the tests of the core.
#[path = "../../leaks/scanner.rs"]
#[allow(clippy::new_without_default, clippy::len_without_is_empty)]
pub mod scanner;
pub mod scenes;
pub mod screen;
pub mod screens;
pub mod stage;
pub mod trace;
pub mod undriven;
pub mod vaults;
pub mod waiting;
pub mod window;
