//! The same work done by SQLite and by SQLCipher. Takes wishes as lines of JSON, and answers each with one: so that the
//! bench can let ours and theirs take turns, and both meet the same moods of the machine. Times are taken in here.

mod database;
mod search;
mod wish;

use std::error::Error;
use std::io::{self, BufRead, Write};

use wish::Peers;

fn main() -> Result<(), Box<dyn Error>> {
    let mut peers = Peers::default();
    for line in io::stdin().lock().lines() {
        let answer = peers.answer(serde_json::from_str(&line?)?)?;
        let mut out = io::stdout().lock();
        writeln!(out, "{answer}")?;
        out.flush()?;
    }
    Ok(())
}
