//! A vault of passwords with as many entries: KeePassXC reads its whole file to list it, as every program of its sort.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::stage::{Records, Stage, remove};
use super::tools::{Tool, run};
use super::works::UNLOCK;
use super::{Outcome, median, times};
use crate::report::Figure;

/// More entries take it minutes.
const MOST: u64 = 10_000;
const RUNS: usize = 5;
/// Its key derivation is set to the least that it takes, 100 ms, and is taken off as ours is.
const WHO: &str = "keepassxc-cli ls";
const PASSWORD: &str = "a vault that is thrown away";

/// Measures opening and listing.
pub fn measure(stage: &mut Stage, records: &Records) -> Outcome<()> {
    if !Tool::Keepassxc.is_there() {
        stage.run.miss(&UNLOCK, WHO, "it is not installed");
        return Ok(());
    }
    if records.count > MOST {
        stage.run.miss(
            &UNLOCK,
            WHO,
            "not asked for more than 10,000 entries, which take it too long",
        );
        return Ok(());
    }
    let (xml, database) = (stage.path("entries.xml"), stage.path("entries.kdbx"));
    write(&records.rows, &xml)?;
    let twice = format!("{PASSWORD}\n{PASSWORD}\n");
    let import = ["import", "-q", "-p", "-t", "100"];
    run(command().args(import).arg(&xml).arg(&database), &[], &twice)?;
    let list = |password: &str| {
        run(
            command().args(["ls", "-q"]).arg(&database),
            &[],
            &format!("{password}\n"),
        )
    };
    let listed = list(PASSWORD)?.lines().count() as u64;
    if listed < records.count {
        return Err(format!("keepassxc-cli lists {listed} of {} entries", records.count).into());
    }
    let derive = median(times(RUNS, || {
        let refused = list("wrong").is_err();
        refused
            .then_some(())
            .ok_or_else(|| "keepassxc-cli took a wrong password".into())
    })?);
    let opened = times(RUNS, || list(PASSWORD).map(drop))?;
    let beyond = opened
        .into_iter()
        .map(|time| (time - derive).max(0.0))
        .collect();
    stage.put(
        &UNLOCK,
        WHO,
        Figure::of_times(records.count, beyond, &[50, 95]),
    );
    remove(&xml)?;
    remove(&database)
}

fn command() -> Command {
    Command::new(Tool::Keepassxc.name())
}

/// The records as entries: the title, and all that it says as notes.
fn write(rows: &Path, xml: &Path) -> Outcome<()> {
    let mut out = BufWriter::new(File::create(xml)?);
    out.write_all(b"<KeePassFile><Meta/><Root><Group><UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID><Name>Root</Name>\n")?;
    for line in BufReader::new(File::open(rows)?).lines() {
        let row: Value = serde_json::from_str(&line?)?;
        let string = |name: &str, from: &str| {
            let value = row[from].as_str().unwrap_or_default();
            let value = value
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            format!("<String><Key>{name}</Key><Value>{value}</Value></String>")
        };
        writeln!(
            out,
            "<Entry>{}{}</Entry>",
            string("Title", "title"),
            string("Notes", "text")
        )?;
    }
    out.write_all(b"</Group></Root></KeePassFile>\n")?;
    out.flush()?;
    Ok(())
}
