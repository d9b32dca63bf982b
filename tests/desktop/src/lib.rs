//! Drives the real window of Field Notes as a person would, on a screen of its own.
//!
//! - [`stage`]: folders, screen, session bus: everything that a desktop gives to a program, made for one test;
//! - [`processes`]: what was started, and that nothing of it is left;
//! - [`screen`]: what is seen on the whole screen, and keys pressed on the real keyboard;
//! - [`window`]: the app's page, found and used by its parts through WebDriver;
//! - [`korean`]: the input method that Korean is typed with;
//! - [`scenes`]: vaults and screens that several tests begin with;
//! - [`spellings`]: texts looked for in bytes, however they are written.

pub mod korean;
pub mod processes;
pub mod scenes;
pub mod screen;
pub mod stage;
pub mod waiting;
pub mod window;
