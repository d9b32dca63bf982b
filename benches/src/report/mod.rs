//! What was measured, and how it is shown: for people, as Markdown, as JSON, as a picture.

mod budgets;
mod figures;
mod growth;
mod picture;
mod places;
mod table;

pub use budgets::{Verdict, verdicts};
pub use figures::{Figure, OURS, Row, Run, Scale, Series, Size, Unit, Window, Work};
pub use growth::exponent;
pub use picture::picture;
pub use places::rewrite_block;
pub use table::{Style, report};
