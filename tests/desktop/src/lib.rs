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
//! - [`spellings`]: texts looked for in bytes, however they are written.

pub mod korean;
pub mod processes;
pub mod scenes;
pub mod screen;
pub mod stage;
pub mod undriven;
pub mod vaults;
pub mod waiting;
pub mod window;
