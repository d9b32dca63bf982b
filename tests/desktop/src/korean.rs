//! Korean as it is typed on Linux: ibus and its Hangul engine, on the two-set keyboard (ㅂㅈㄷㄱ stands where qwer does).

use std::process::Stdio;

use crate::stage::Stage;
use crate::waiting;

/// Hangul from the first key on, also after Escape, which would turn to Latin letters: Escape is for the window here.
const SETTINGS: &str =
    "[org/freedesktop/ibus/engine/hangul]\ninitial-input-mode='hangul'\noff-keys=''\n";

/// Starts the input method on a stage; windows that open later are typed into through it, in Latin letters at first.
pub fn start(stage: &Stage) {
    stage.set("GTK_IM_MODULE", "ibus");
    stage.set("QT_IM_MODULE", "ibus");
    stage.set("XMODIFIERS", "@im=ibus");
    stage.set("GSETTINGS_BACKEND", "keyfile");
    let settings = stage.folder().join("home/.config/glib-2.0/settings");
    std::fs::create_dir_all(&settings).expect("a folder can be made");
    std::fs::write(settings.join("keyfile"), SETTINGS).expect("a file can be written");
    let mut daemon = stage.command("ibus-daemon");
    // No panel: nothing of the input method's own is drawn over the window.
    daemon
        .args(["--panel=disable", "--emoji-extension=disable", "--xim"])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    stage.start(daemon);
    set_engine(stage, "xkb:us::eng");
}

/// From now on Hangul is typed.
pub fn begin(stage: &Stage) {
    set_engine(stage, "hangul");
}

fn set_engine(stage: &Stage, name: &str) {
    waiting::until(&format!("the engine {name}"), || {
        let mut engine = stage.command("ibus");
        engine.args(["engine", name]);
        let is_set = stage.run(engine).status.success();
        let mut engine = stage.command("ibus");
        engine.arg("engine");
        let now = stage.run(engine).stdout;
        (is_set && String::from_utf8_lossy(&now).trim() == name).then_some(())
    });
}

/// The keys that type a Korean text on the two-set keyboard, as X names them; what is not Hangul types itself.
pub fn keys(text: &str) -> Vec<String> {
    let mut keys = Vec::new();
    for letter in text.chars() {
        match syllable(letter) {
            Some(parts) => keys.extend(parts.chars().map(key)),
            None => keys.push(key(letter)),
        }
    }
    keys
}

/// The keys of a syllable: initial, vowel, final.
fn syllable(letter: char) -> Option<String> {
    const INITIALS: [&str; 19] = [
        "r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v",
        "g",
    ];
    const VOWELS: [&str; 21] = [
        "k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl",
        "b", "m", "ml", "l",
    ];
    const FINALS: [&str; 28] = [
        "", "r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg",
        "a", "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g",
    ];
    let number = (letter as usize).checked_sub('가' as usize)?;
    let initial = INITIALS.get(number / 588)?;
    let vowel = VOWELS.get(number % 588 / 28)?;
    let last = FINALS.get(number % 28)?;
    Some(format!("{initial}{vowel}{last}"))
}

fn key(letter: char) -> String {
    match letter {
        ' ' => "space".to_owned(),
        '\n' => "Return".to_owned(),
        '.' => "period".to_owned(),
        ',' => "comma".to_owned(),
        letter => letter.to_string(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn syllables_become_keys() {
        assert_eq!(super::keys("안 녕").join(""), "dksspacesud");
        assert_eq!(
            super::keys("뷁꽃.\n").join(" "),
            "q n p f r R h c period Return"
        );
    }
}
