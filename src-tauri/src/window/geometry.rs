//! Where the window stood last, and how large.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use tauri::{App, LogicalPosition, LogicalSize, Window, WindowBuilder, Wry};

use crate::settings::KeptFile;

/// In logical pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Place {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    is_maximized: bool,
}

impl Place {
    /// Whether a window could stand there; a file may say anything.
    fn is_sane(&self) -> bool {
        let sizes = [self.width, self.height];
        let places = [self.x, self.y];
        sizes.iter().all(|size| (200.0..=20_000.0).contains(size))
            && places.iter().all(|at| (-20_000.0..=20_000.0).contains(at))
    }

    /// Whether its title bar would be on this screen.
    fn is_on(&self, at: LogicalPosition<f64>, size: LogicalSize<f64>) -> bool {
        let middle = self.x + self.width / 2.0;
        (at.x..at.x + size.width).contains(&middle) && (at.y..at.y + size.height).contains(&self.y)
    }
}

/// The file that remembers it.
pub struct Geometry(KeptFile);

impl Geometry {
    /// In the app's own folder.
    pub fn of(folder: PathBuf) -> Self {
        Self(KeptFile::new(folder.join("window.json")))
    }

    /// Puts a new window where the last one stood, if there is a screen there.
    pub fn give<'a>(&self, builder: WindowBuilder<'a, Wry, App>) -> WindowBuilder<'a, Wry, App> {
        match self.0.read::<Place>().filter(Place::is_sane) {
            Some(place) => builder
                .inner_size(place.width, place.height)
                .position(place.x, place.y)
                .maximized(place.is_maximized),
            None => builder.inner_size(1280.0, 800.0).center(),
        }
    }

    /// Remembers where the window stands. Where that fails, the next one stands in the middle.
    pub fn keep(&self, window: &Window) {
        if let Some(place) = place_of(window) {
            let _ = self.0.write(&place);
        }
    }
}

/// Where the window stands; none where nobody would find it again.
fn place_of(window: &Window) -> Option<Place> {
    let scale = window.scale_factor().ok()?;
    let at = window.outer_position().ok()?.to_logical::<f64>(scale);
    let size = window.inner_size().ok()?.to_logical::<f64>(scale);
    let place = Place {
        x: at.x,
        y: at.y,
        width: size.width,
        height: size.height,
        is_maximized: window.is_maximized().ok()?,
    };
    let screens = window.available_monitors().ok()?;
    let is_seen = screens.iter().any(|screen| {
        let scale = screen.scale_factor();
        let at = screen.position().to_logical(scale);
        place.is_on(at, screen.size().to_logical(scale))
    });
    (place.is_sane() && is_seen).then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place = Place {
        x: 100.0,
        y: 40.0,
        width: 1000.0,
        height: 700.0,
        is_maximized: false,
    };

    #[test]
    fn a_place_is_believed_where_it_is_sane() {
        assert!(PLACE.is_sane());
        assert!(
            !Place {
                width: 0.0,
                ..PLACE
            }
            .is_sane()
        );
        assert!(!Place { x: 1e9, ..PLACE }.is_sane());
        assert!(
            !Place {
                height: f64::NAN,
                ..PLACE
            }
            .is_sane()
        );
    }

    #[test]
    fn a_window_is_on_the_screen_that_shows_its_title() {
        let screen =
            |x, y| PLACE.is_on(LogicalPosition::new(x, y), LogicalSize::new(1920.0, 1080.0));
        assert!(screen(0.0, 0.0));
        assert!(!screen(1920.0, 0.0), "that screen was taken away");
        assert!(!screen(0.0, 1080.0));
    }
}
